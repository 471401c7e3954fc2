//! Pictures as points, for word processors that read no vectors.

use std::sync::{Arc, LazyLock};

use render::document::Raster;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use crate::{CUTS, NotPrinted};

/// Points for each of the picture's own, so that it is sharp in print.
const SHARP: f32 = 3.0;

static FACES: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut faces = fontdb::Database::new();
    for cut in CUTS {
        faces.load_font_data(cut.to_vec());
    }
    Arc::new(faces)
});

/// The picture on white; the same picture is the same bytes.
///
/// # Errors
///
/// [`NotPrinted`]: what is no picture, or one without a size.
pub fn raster(svg: &str) -> Result<Raster, NotPrinted> {
    let options = Options { fontdb: Arc::clone(&FACES), font_family: "IBM Plex Sans".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|_| NotPrinted("what should be a picture is none".to_owned()))?;
    let size = tree.size().to_int_size();
    let sharp = size.scale_by(SHARP);
    let map = sharp.and_then(|sharp| Pixmap::new(sharp.width(), sharp.height()));
    let mut map = map.ok_or_else(|| NotPrinted("a picture without a size".to_owned()))?;
    map.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SHARP, SHARP), &mut map.as_mut());
    let png = map.encode_png().map_err(|_| NotPrinted("a picture too large to be kept".to_owned()))?;
    Ok(Raster { png, width: size.width(), height: size.height() })
}
