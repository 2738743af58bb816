//! The days on which halls stop mining and are ready, on the lines of a Gantt chart, with labels that stand apart.

use jiff::civil::Date;

use super::axis::Time;
use super::svg::{Svg, width_of};

/// What labels may take beyond the end of the time axis.
const MARGIN: f64 = 8.0;

/// A point in time on a heading's line.
pub struct Mark {
    /// When.
    pub day: Date,
    /// The day in the reader's form.
    pub date: String,
    /// The day with what it is.
    pub hint: String,
    /// Whether a hall is ready then; else its miners stop.
    pub ready: bool,
}

/// Draws the marks of a line, from its top and of its height.
pub fn draw(svg: &mut Svg, marks: &[Mark], (top, height): (f64, f64), time: Time) {
    let labels = labels(marks, time);
    marks.iter().zip(labels).for_each(|(mark, label)| draw_one(svg, mark, label, (top, height), time));
}

/// The label of a mark: before or after it, from one end to the other.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Label<'a> {
    text: &'a str,
    before: bool,
    span: (f64, f64),
}

impl<'a> Label<'a> {
    fn of(x: f64, text: &'a str, before: bool) -> Label<'a> {
        let width = width_of(text);
        let span = if before { (x - 8.0 - width, x - 8.0) } else { (x + 8.0, x + 8.0 + width) };
        Label { text, before, span }
    }
}

/// The labels of a line's marks so that none lies on another or on a mark: in full where there is room, else the date alone, or
/// nothing.
fn labels<'a>(marks: &'a [Mark], time: Time) -> Vec<Option<Label<'a>>> {
    let [first, second] = [true, false].map(|ready_before| arranged(marks, time, ready_before));
    let shown = |labels: &[Option<Label>]| labels.iter().flatten().map(|label| label.text.len()).sum::<usize>();
    if shown(&second) > shown(&first) { second } else { first }
}

/// Labels with those of ready halls before or after their marks where both is possible.
fn arranged<'a>(marks: &'a [Mark], time: Time, ready_before: bool) -> Vec<Option<Label<'a>>> {
    let at = |mark: &Mark| time.at(mark.day);
    let mut taken: Vec<(f64, f64)> = marks.iter().map(|mark| (at(mark) - 6.0, at(mark) + 6.0)).collect();
    let mut labels = vec![None; marks.len()];
    // The day on which a hall is ready matters most.
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order.sort_by_key(|index| !marks[*index].ready);
    for index in order {
        let mark = &marks[index];
        let before = mark.ready && ready_before;
        let texts = [mark.hint.as_str(), mark.date.as_str()];
        let mut ways = texts.into_iter().flat_map(|text| [before, !before].map(|side| Label::of(at(mark), text, side)));
        labels[index] = ways.find(|label| has_room(label.span, time.range(), &taken));
        taken.extend(labels[index].map(|label: Label| label.span));
    }
    labels
}

fn has_room((left, right): (f64, f64), (first, last): (f64, f64), taken: &[(f64, f64)]) -> bool {
    left >= first && right <= last + MARGIN && taken.iter().all(|other| right <= other.0 || left >= other.1)
}

fn draw_one(svg: &mut Svg, mark: &Mark, label: Option<Label>, (top, height): (f64, f64), time: Time) {
    let (x, y) = (time.at(mark.day), top + height / 2.0);
    svg.group("", &[], &mark.hint, |svg| {
        match mark.ready {
            true => svg.circle("milestone", (x, y), 5.5),
            false => svg.line("wire", (x, top + 3.0), (x, top + height - 3.0)),
        }
        match label {
            Some(label) if label.before => svg.text("small end halo", (label.span.1, y + 4.0), label.text),
            Some(label) => svg.text("small halo", (label.span.0, y + 4.0), label.text),
            None => (),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_a_line_stand_apart() {
        let day = |month: i8, day: i8| jiff::civil::date(2027, month, day);
        let mark = |ready, day: Date| Mark { day, date: day.to_string(), hint: format!("{day}: hall is ready"), ready };
        let told = |marks: &[Mark], last: Date| -> Vec<Option<(String, bool)>> {
            let time = Time::of(day(1, 1), last, (320.0, 972.0));
            labels(marks, time).iter().map(|it| it.map(|label| (label.text.to_owned(), label.before))).collect()
        };
        let full = |mark: &Mark, before| Some((mark.hint.clone(), before));
        let far = [mark(false, day(1, 10)), mark(true, day(12, 1))];
        assert_eq!(told(&far, day(12, 31)), [full(&far[0], false), full(&far[1], true)]);
        let near = [mark(false, day(6, 1)), mark(true, day(6, 12))];
        assert_eq!(told(&near, day(12, 31)), [full(&near[0], true), full(&near[1], false)]);
        let early = [mark(false, day(1, 10)), mark(true, day(4, 20))];
        assert_eq!(told(&early, day(12, 31)), [full(&early[0], false), full(&early[1], false)]);
        let late = [mark(false, day(11, 1)), mark(true, day(11, 10))];
        assert_eq!(told(&late, day(12, 31))[1], Some((late[1].date.clone(), false)));
        let same = [mark(false, day(6, 1)), mark(true, day(6, 1)), mark(false, day(6, 1))];
        assert_eq!(told(&same, day(12, 31))[2], None);
    }
}
