//! Takes the assets into the executable (release) or notes where they are (debug).

fn main() {
    memory_serve::load_directory("./assets");
}
