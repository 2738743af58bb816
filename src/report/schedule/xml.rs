//! XML elements one below the other, with text escaped.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document while it is written.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A document of one root element in a namespace.
    pub fn document(root: &str, namespace: &str, content: impl FnOnce(&mut Xml)) -> String {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 1) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml.event(Event::Start(BytesStart::new(root).with_attributes([("xmlns", namespace)])));
        content(&mut xml);
        xml.event(Event::End(BytesEnd::new(root)));
        let text = String::from_utf8(xml.writer.into_inner()).expect("elements and text are UTF-8");
        text + "\n"
    }

    /// An element of elements.
    pub fn group(&mut self, name: &str, content: impl FnOnce(&mut Xml)) {
        self.event(Event::Start(BytesStart::new(name)));
        content(self);
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// An element of text. Characters that XML cannot hold are left out.
    pub fn text(&mut self, name: &str, value: impl ToString) {
        let value: String = value.to_string().chars().filter(|&c| is_allowed(c)).collect();
        self.event(Event::Start(BytesStart::new(name)));
        self.event(Event::Text(BytesText::new(&value)));
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn event(&mut self, event: Event) {
        self.writer.write_event(event).expect("a vector takes every element");
    }
}

/// The characters of XML 1.0 documents.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let xml = Xml::document("a", "urn:x", |xml| xml.group("b", |xml| xml.text("c", "1 < 2 & \"3\"\u{1}")));
        let lines: Vec<&str> = xml.lines().map(str::trim).collect();
        assert_eq!(lines[1..4], ["<a xmlns=\"urn:x\">", "<b>", "<c>1 &lt; 2 &amp; &quot;3&quot;</c>"]);
    }
}
