//! A logo from the file that somebody chose: read whole, made no larger than print needs, and written anew, so that nothing of the file is kept
//! but what is seen (a camera writes into it where it was).

use std::io::Cursor;

use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader, Limits, RgbaImage};

use crate::document::Raster;

/// As wide as it is kept at most, in points.
const WIDE: u32 = 1_200;
/// As high.
const HIGH: u32 = 360;
/// As wide as it is shown at most, in CSS pixels.
const SHOWN_WIDE: u32 = 300;
/// As high.
const SHOWN_HIGH: u32 = 72;

/// The file is no PNG or JPEG picture, is damaged, or has more points than are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPicture;

/// The picture in a PNG or JPEG file with at most so many points on a side, on white. It takes a moment: call it where that may be.
///
/// # Errors
///
/// [`NotAPicture`].
pub fn read(file: &[u8], side: u32) -> Result<Raster, NotAPicture> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(NotAPicture);
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(side), Some(side));
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| NotAPicture)?;
    let is_large = picture.width() > WIDE || picture.height() > HIGH;
    let picture = if is_large { picture.resize(WIDE, HIGH, FilterType::Lanczos3) } else { picture };
    let picture = on_white(picture.into_rgba8());
    let (width, height) = (picture.width(), picture.height());
    let mut png = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut png)).map_err(|_| NotAPicture)?;
    Ok(shown(png, width, height))
}

/// A picture of so many points, as wide and as high as a logo is shown.
fn shown(png: Vec<u8>, width: u32, height: u32) -> Raster {
    let (wide, high) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let by = (f64::from(SHOWN_WIDE) / wide).min(f64::from(SHOWN_HIGH) / high).min(1.0);
    let pixels = |side: f64| (side * by).round().max(1.0) as u32;
    Raster { png, width: pixels(wide), height: pixels(high) }
}

fn on_white(mut picture: RgbaImage) -> DynamicImage {
    for point in picture.pixels_mut() {
        let [.., alpha] = point.0;
        for colour in point.0.iter_mut() {
            let mixed = (u32::from(*colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
            *colour = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(picture).into_rgb8())
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::*;

    fn file(width: u32, height: u32, colour: [u8; 4], format: ImageFormat) -> Vec<u8> {
        let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(width, height, Rgba(colour)));
        let picture = if format == ImageFormat::Jpeg { DynamicImage::ImageRgb8(picture.into_rgb8()) } else { picture };
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn points(raster: &Raster) -> RgbaImage {
        image::load_from_memory(&raster.png).unwrap().into_rgba8()
    }

    #[test]
    fn a_picture_is_made_as_small_as_print_allows_and_keeps_its_shape() {
        let large = read(&file(3_000, 600, [18, 90, 102, 255], ImageFormat::Png), 6_000).unwrap();
        assert_eq!(points(&large).dimensions(), (1_200, 240));
        assert_eq!((large.width, large.height), (300, 60));
        let high = read(&file(200, 800, [0, 0, 0, 255], ImageFormat::Jpeg), 6_000).unwrap();
        assert_eq!((points(&high).dimensions(), high.width, high.height), ((90, 360), 18, 72));
        let small = read(&file(40, 20, [0, 0, 0, 255], ImageFormat::Png), 6_000).unwrap();
        assert_eq!((points(&small).dimensions(), small.width, small.height), ((40, 20), 40, 20));
    }

    #[test]
    fn what_shines_through_is_white() {
        let clear = read(&file(4, 4, [0, 0, 0, 0], ImageFormat::Png), 6_000).unwrap();
        assert_eq!(points(&clear).get_pixel(0, 0).0, [255, 255, 255, 255]);
        let half = read(&file(4, 4, [0, 0, 0, 128], ImageFormat::Png), 6_000).unwrap();
        assert_eq!(points(&half).get_pixel(0, 0).0, [127, 127, 127, 255]);
    }

    #[test]
    fn what_is_no_picture_is_refused_and_so_is_half_of_one() {
        let whole = file(400, 100, [1, 2, 3, 255], ImageFormat::Png);
        let half = whole.get(..whole.len() / 2).unwrap();
        for bytes in [b"".as_slice(), b"GIF89a", b"<svg/>", b"%PDF-1.7 %%EOF", b"\x89PNG\r\n\x1A\n", half] {
            assert_eq!(read(bytes, 6_000), Err(NotAPicture));
        }
        assert_eq!(read(&whole, 399), Err(NotAPicture), "more points than are taken");
    }

    #[test]
    fn nothing_of_the_file_is_kept_but_what_is_seen() {
        let mut told = file(4, 4, [1, 2, 3, 255], ImageFormat::Jpeg);
        let note = b"\xFF\xFE\x00\x14taken at Vesterbro";
        told.splice(2..2, note.iter().copied());
        let kept = read(&told, 6_000).unwrap();
        assert!(!kept.png.windows(9).any(|window| window == b"Vesterbro"));
    }
}
