//! x
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let mut req = retrofit::input::Request::new(path);
    if let Some(t) = std::env::args().nth(2) {
        req.target = Some(t).into();
    }
    let (site, d) = match retrofit::validate::load(&req) {
        Ok(x) => x,
        Err(d) => {
            eprintln!("{}", d.render(false));
            std::process::exit(2)
        }
    };
    eprintln!("{}", d.render(false));
    let t = std::time::Instant::now();
    match retrofit::plan(&site, Default::default()) {
        Ok(p) => {
            eprintln!("{:?} {:?} {:?}", t.elapsed(), p.solution, p.capex.total);
            for h in &p.halls {
                eprintln!("{} {} {} {} {} {}", h.id, h.racks, h.it_mw, h.ready, h.ready_low, h.ready_high);
                eprintln!("  {:?}", h.driving_chain)
            }
            for b in &p.banks {
                eprintln!(
                    "{:45} {:>10.1} {:>10.1} {:>12.0} {:>5.1} {}",
                    b.id, b.required, b.chosen.usable, b.chosen.cost.likely, b.chosen.lead_weeks.likely, b.chosen.label
                );
            }
            println!("{}", serde_json::to_string_pretty(&p).unwrap());
        }
        Err(e) => eprintln!("{:?} {e:?}", t.elapsed()),
    }
}
