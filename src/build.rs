//! Embedded files are part of the program: it is compiled anew when one is added.

fn main() {
    println!("cargo::rerun-if-changed=catalogs");
    println!("cargo::rerun-if-changed=templates");
}
