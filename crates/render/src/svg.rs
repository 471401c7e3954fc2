//! The pen that every picture is drawn with: attributes and classes only, never a style, and the same bytes each time.

use std::fmt::Write as _;

/// A drawing in progress.
#[derive(Debug, Default)]
pub struct Pen(String);

/// A point or length in the drawing's own units, written with one decimal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct At(pub f64, pub f64);

impl Pen {
    /// Begins a picture with a title that tells a screen reader what it shows. `id` must be the only one on the page.
    pub fn begin(class: &str, width: u32, height: u32, id: &str, title: &str) -> Self {
        let mut pen = Self(String::with_capacity(4096));
        let _ = write!(
            pen.0,
            "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}\"><title id=\"{id}\">"
        );
        pen.text(title);
        pen.0.push_str("</title>");
        pen
    }

    /// Begins a small picture without a view box, which stretches to its place; `label` tells what it shows.
    pub fn begin_strip(class: &str, label: &str) -> Self {
        let mut pen = Self(String::with_capacity(768));
        let _ = write!(pen.0, "<svg class=\"{class}\" role=\"img\" aria-label=\"");
        pen.text(label);
        pen.0.push_str("\">");
        pen
    }

    /// Begins a picture that only repeats what stands beside it in words.
    pub fn begin_hidden() -> Self {
        let mut pen = Self(String::with_capacity(512));
        pen.0.push_str("<svg aria-hidden=\"true\" focusable=\"false\">");
        pen
    }

    /// The same with a class, which gives it its place.
    pub fn begin_hidden_as(class: &str) -> Self {
        let mut pen = Self(String::with_capacity(512));
        let _ = write!(pen.0, "<svg class=\"{class}\" aria-hidden=\"true\" focusable=\"false\">");
        pen
    }

    /// The finished picture.
    pub fn end(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }

    /// Writes text so that it is text: the five signs of markup are escaped.
    fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                other => self.0.push(other),
            }
        }
    }

    /// A line.
    pub fn line(&mut self, class: &str, from: At, to: At) {
        let _ = write!(
            self.0,
            "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
            from.0, from.1, to.0, to.1
        );
    }

    /// A line in a strip: across in percent, down in pixels.
    pub fn strip_line(&mut self, class: &str, from: f64, to: f64, down: u32) {
        let _ =
            write!(self.0, "<line class=\"{class}\" x1=\"{from:.1}%\" y1=\"{down}\" x2=\"{to:.1}%\" y2=\"{down}\"/>");
    }

    /// An upright line in a strip: across in percent, from and to down in pixels.
    pub fn strip_upright(&mut self, class: &str, across: f64, down: At) {
        let _ = write!(
            self.0,
            "<line class=\"{class}\" x1=\"{across:.1}%\" y1=\"{:.0}\" x2=\"{across:.1}%\" y2=\"{:.0}\"/>",
            down.0, down.1
        );
    }

    /// A dot in a strip: across in percent, down in pixels.
    pub fn strip_dot(&mut self, class: &str, across: f64, down: u32, radius: f64) {
        let _ = write!(self.0, "<circle class=\"{class}\" cx=\"{across:.1}%\" cy=\"{down}\" r=\"{radius:.1}\"/>");
    }

    /// A bar in a strip: across in percent, down in pixels.
    pub fn strip_bar(&mut self, class: &str, from: f64, width: f64, down: f64, height: f64) {
        let _ = write!(
            self.0,
            "<rect class=\"{class}\" x=\"{from:.1}%\" y=\"{down:.1}\" width=\"{width:.1}%\" height=\"{height:.1}\" rx=\"2\"/>"
        );
    }

    /// The mark for today in a strip.
    pub fn strip_mark(&mut self, class: &str, across: f64) {
        let _ =
            write!(self.0, "<rect class=\"{class}\" x=\"{across:.1}%\" y=\"1\" width=\"3\" height=\"18\" rx=\"1.5\"/>");
    }

    /// A rectangle.
    pub fn bar(&mut self, class: &str, corner: At, width: f64, height: f64) {
        let _ = write!(
            self.0,
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>",
            corner.0, corner.1
        );
    }

    /// A dot.
    pub fn dot(&mut self, class: &str, at: At, radius: f64) {
        let _ = write!(self.0, "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\"/>", at.0, at.1);
    }

    /// A line through points; closed where it comes back to its beginning.
    pub fn path(&mut self, class: &str, points: &[At], is_closed: bool) {
        if points.is_empty() {
            return;
        }
        let _ = write!(self.0, "<path class=\"{class}\" d=\"");
        for (position, point) in points.iter().enumerate() {
            let sign = if position == 0 { 'M' } else { 'L' };
            let _ = write!(self.0, "{sign}{:.1} {:.1}", point.0, point.1);
        }
        self.0.push_str(if is_closed { "Z\"/>" } else { "\"/>" });
    }

    /// One line of text.
    pub fn label(&mut self, class: &str, at: At, text: &str) {
        let _ = write!(self.0, "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\">", at.0, at.1);
        self.text(text);
        self.0.push_str("</text>");
    }

    /// Text over several lines, 16 units apart, the first at `at`.
    pub fn labels(&mut self, class: &str, at: At, lines: &[&str]) {
        let _ = write!(self.0, "<text class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\">", at.0, at.1);
        for (position, line) in lines.iter().enumerate() {
            let down = if position == 0 { 0 } else { 16 };
            let _ = write!(self.0, "<tspan x=\"{:.1}\" dy=\"{down}\">", at.0);
            self.text(line);
            self.0.push_str("</tspan>");
        }
        self.0.push_str("</text>");
    }
}

/// Breaks a text at spaces into lines of no more than `width` letters where that is possible.
pub fn wrapped(text: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while rest.chars().count() > width {
        let mut cut = None;
        for (position, (byte, letter)) in rest.char_indices().enumerate() {
            if letter == ' ' && (position <= width || cut.is_none()) {
                cut = Some(byte);
            }
        }
        let Some((line, after)) = cut.and_then(|cut| Some((rest.get(..cut)?, rest.get(cut + 1..)?))) else { break };
        lines.push(line);
        rest = after.trim_start();
    }
    lines.push(rest);
    lines
}

/// The colours and lines of pictures that leave the pages. On a page they are `brobygger.css`'s.
const ALONE: &str = include_str!("svg/alone.css");

/// A picture as a file of its own: what a page's style sheet says of it stands in it.
pub fn alone(picture: &str) -> String {
    let named = picture.replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    let style = format!("<style>{ALONE}</style>");
    match named.find('>') {
        Some(end) => {
            let (tag, rest) = named.split_at(end + 1);
            format!("{tag}{style}{rest}")
        }
        None => named,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_a_picture_stays_text() {
        let mut pen = Pen::begin("chart", 10, 10, "t", "\"><script>alert('1')</script>");
        pen.label("t-mid", At(1.0, 2.25), "<b>&</b>");
        let svg = pen.end();
        assert!(!svg.contains("<script") && !svg.contains("<b>"), "{svg}");
        assert!(svg.contains("x=\"1.0\" y=\"2.2\""), "{svg}");
    }

    #[test]
    fn a_long_name_is_broken_at_its_spaces() {
        assert_eq!(wrapped("Arbejde og uddannelse", 12), ["Arbejde og", "uddannelse"]);
        assert_eq!(wrapped("Bolig", 12), ["Bolig"]);
        assert_eq!(wrapped("Livssituationsbedring", 12), ["Livssituationsbedring"]);
        assert_eq!(wrapped("Livssituationsbedring nu", 12), ["Livssituationsbedring", "nu"]);
    }
}
