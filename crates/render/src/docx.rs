//! A document for a word processor: headings that it knows as headings, contents that lead to them, paragraphs, lists and tables with a header
//! row, pictures with what they show in words.
//!
//! The same input gives the same bytes: nothing in it comes from the clock or from chance.

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, FieldCharType, Hyperlink, HyperlinkType, InstrText, InstrToC, LineSpacing, PageMargin,
    Paragraph, Pic, Run, RunFonts, Style, StyleType, Table as DocxTable, TableBorder, TableBorderPosition, TableCell,
    TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use crate::document::{Document, Part, Printer, Raster};
use crate::room::Room;
use crate::table::{Column, Table};
use crate::{Locale, words};

/// The media type of such a document.
pub const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotWritten(pub String);

impl std::fmt::Display for NotWritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the document could not be written: {}", self.0)
    }
}

impl std::error::Error for NotWritten {}

/// A document with so many headings begins with its contents.
const WITH_CONTENTS: usize = 6;

/// The text width of an A4 page with these margins, in twentieths of a point.
const TEXT_WIDTH: usize = 9638;

/// The same in CSS pixels, as wide as a picture is at most.
const PICTURE_WIDTH: u32 = 642;

/// The size of the letters, in half points.
const SIZE: usize = 22;

/// The document's bytes. Without a printer a picture is told in words.
///
/// # Errors
///
/// [`NotWritten`].
pub fn docx(document: &Document, printer: Option<Printer>) -> Result<Vec<u8>, NotWritten> {
    let mut told = Vec::new();
    let mut ids = Ids(0);
    let mut docx = styled();
    if let Some((logo, says)) = &document.logo {
        told.push(says.as_str());
        docx = docx.add_paragraph(ids.picture(logo.clone(), told.len()));
    }
    docx = docx.add_paragraph(ids.paragraph(&document.title).style("Title"));
    for paragraph in ids.contents(document) {
        docx = docx.add_paragraph(paragraph);
    }
    let mut headings = 0;
    for part in &document.parts {
        docx = match part {
            Part::Heading(level, text) => {
                headings += 1;
                let (style, outline) = (format!("Heading{level}"), usize::from(level.saturating_sub(1)));
                let heading = ids.marked(text, headings).style(&style).outline_lvl(outline);
                docx.add_paragraph(heading.keep_next(true))
            }
            Part::Text(text) => docx.add_paragraph(ids.paragraph(text)),
            Part::Note(text) => docx.add_paragraph(ids.paragraph(text).style("Note")),
            Part::Picture { svg, says } => match printer {
                Some(printer) => {
                    told.push(says.as_str());
                    docx.add_paragraph(ids.picture((printer.raster)(svg).map_err(NotWritten)?, told.len()))
                }
                None => docx.add_paragraph(ids.paragraph(says).style("Note")),
            },
            Part::Quote(text, by) => {
                let said = ids.paragraph(text).style("Quote").keep_next(true);
                docx.add_paragraph(said).add_paragraph(ids.paragraph(&format!("— {by}")).style("Quote"))
            }
            Part::Bullet(text) => docx.add_paragraph(ids.paragraph(&format!("•  {text}")).style("ListLine")),
            Part::Table(table) => ids.table(docx, table),
        };
    }
    let mut package = docx.build();
    package.document = finished(&package.document, &told).into_bytes();
    let language = format!("<w:rPrDefault><w:rPr><w:lang w:val=\"{}\" />", language(document.locale));
    package.styles = replaced(&package.styles, "<w:rPrDefault><w:rPr>", &language);
    package.styles = replaced(&package.styles, EMPTY_NORMAL, "");
    package.styles = replaced(&package.styles, "w:styleId=\"Normal\"", "w:default=\"1\" w:styleId=\"Normal\"");
    let mut out = Cursor::new(Vec::new());
    package.pack(&mut out).map_err(|fault| NotWritten(fault.to_string()))?;
    Ok(out.into_inner())
}

/// What the writer has no call for; no text can hold what is looked for. A table's first row is repeated on each page and read as the heading of its
/// columns. A picture has a number of its own, and says in words what it shows.
fn finished(body: &[u8], told: &[&str]) -> String {
    const ROW: &str = "<w:trPr><w:cantSplit />";
    const GRID: &str = "</w:tblGrid>";
    const PICTURE: &str = "<wp:docPr id=\"1\" name=\"Figure\" />";
    let body = String::from_utf8_lossy(body);
    let mut tables = body.split(GRID);
    let mut text = tables.next().unwrap_or_default().to_owned();
    for table in tables {
        text.push_str(GRID);
        text.push_str(&table.replacen(ROW, &format!("{ROW}<w:tblHeader />"), 1));
    }
    for (number, says) in (1..).zip(told) {
        let says = says.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        text = text.replacen(PICTURE, &format!("<wp:docPr id=\"{number}\" name=\"{number}\" descr=\"{says}\" />"), 1);
    }
    text
}

/// The writer's own *Normal*, which would stand beside ours under the same name.
const EMPTY_NORMAL: &str = "<w:style w:type=\"paragraph\" w:styleId=\"Normal\"><w:name w:val=\"Normal\" /><w:rPr /><w:pPr><w:rPr /></w:pPr><w:qFormat /></w:style>";

fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replace(from, to).into_bytes()
}

const fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::Da => "da-DK",
        Locale::En => "en-GB",
    }
}

fn styled() -> Docx {
    let style =
        |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").next("Normal");
    let heading = |level: usize, size: usize| {
        style(&format!("Heading{level}"), &format!("heading {level}"))
            .size(size)
            .bold()
            .outline_lvl(level - 1)
            .line_spacing(LineSpacing::new().before(280).after(80))
    };
    Docx::new()
        .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Calibri"))
        .default_size(SIZE)
        .page_size(11906, 16838)
        .page_margin(PageMargin {
            top: 1134,
            bottom: 1134,
            left: 1134,
            right: 1134,
            header: 567,
            footer: 567,
            gutter: 0,
        })
        .add_style(
            Style::new("Normal", StyleType::Paragraph).name("Normal").line_spacing(LineSpacing::new().after(120)),
        )
        .add_style(style("Title", "Title").size(40).bold().line_spacing(LineSpacing::new().after(160)))
        .add_style(style("TOC1", "toc 1"))
        .add_style(style("TOC2", "toc 2").indent(Some(240), None, None, None))
        .add_style(heading(1, 30))
        .add_style(heading(2, 26))
        .add_style(heading(3, 23))
        .add_style(style("Note", "Note").size(19).italic())
        .add_style(style("Quote", "Quote").italic().indent(Some(360), None, None, None))
        .add_style(style("ListLine", "List line").indent(Some(360), None, None, None))
        .add_style(style("Cell", "Cell").line_spacing(LineSpacing::new().before(20).after(20)))
}

/// Numbers the paragraphs: the writer's own numbers go on from document to document.
struct Ids(u32);

impl Ids {
    fn id(&mut self) -> String {
        self.0 += 1;
        format!("{:08x}", self.0)
    }

    fn paragraph(&mut self, text: &str) -> Paragraph {
        Paragraph::new().id(self.id()).add_run(Run::new().add_text(text))
    }

    /// A heading, with the mark that the contents lead to.
    fn marked(&mut self, text: &str, number: usize) -> Paragraph {
        let run = Run::new().add_text(text);
        Paragraph::new().id(self.id()).add_bookmark_start(number, mark(number)).add_run(run).add_bookmark_end(number)
    }

    /// The contents, as a field that the word processor can fill in anew; without page numbers, which only it knows.
    fn contents(&mut self, document: &Document) -> Vec<Paragraph> {
        let headings = document.parts.iter().filter_map(|part| match part {
            Part::Heading(level, text) => Some((*level, text)),
            _ => None,
        });
        let headings: Vec<_> = (1..).zip(headings).collect();
        if headings.len() < WITH_CONTENTS {
            return Vec::new();
        }
        let instruction = InstrToC::new().heading_styles_range(1, 2).hyperlink().omit_page_numbers_level_range(1, 2);
        let title = Run::new().add_text(words(document.locale).say("document-contents")).bold();
        let begins = Run::new()
            .add_field_char(FieldCharType::Begin, false)
            .add_instr_text(InstrText::TOC(instruction))
            .add_field_char(FieldCharType::Separate, false);
        let mut lines = vec![
            Paragraph::new().id(self.id()).add_run(title).keep_next(true),
            Paragraph::new().id(self.id()).add_run(begins).style("TOC1"),
        ];
        for (number, (level, text)) in headings.into_iter().filter(|(_, (level, _))| *level <= 2) {
            let link = Hyperlink::new(mark(number), HyperlinkType::Anchor).add_run(Run::new().add_text(text));
            lines.push(Paragraph::new().id(self.id()).add_hyperlink(link).style(&format!("TOC{level}")));
        }
        let ends = Run::new().add_field_char(FieldCharType::End, false);
        lines.push(Paragraph::new().id(self.id()).add_run(ends));
        lines
    }

    fn picture(&mut self, raster: Raster, number: usize) -> Paragraph {
        let width = raster.width.min(PICTURE_WIDTH);
        let height = raster.height * width / raster.width.max(1);
        let picture = Pic::new_with_dimensions(raster.png, width, height).id(format!("rIdPicture{number}"));
        Paragraph::new().id(self.id()).add_run(Run::new().add_image(picture))
    }

    fn table(&mut self, docx: Docx, table: &Table) -> Docx {
        let room = Room::of(table);
        let widths = room.widths(table, TEXT_WIDTH);
        let size = (SIZE as f64 * room.scale()) as usize;
        let mut cell = |text: &str, width: usize, column: &Column, is_heading: bool| {
            let run = Run::new().add_text(text).size(size);
            let run = if is_heading { run.bold() } else { run };
            let paragraph = Paragraph::new().id(self.id()).add_run(run).style("Cell");
            let paragraph = if column.numeric { paragraph.align(AlignmentType::Right) } else { paragraph };
            TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
        };
        let columns = || table.columns.iter().zip(&widths);
        let head = columns().map(|(column, width)| cell(&column.heading, *width, column, true)).collect();
        let mut rows = vec![TableRow::new(head).cant_split()];
        for row in &table.rows {
            let cells = row.iter().zip(columns());
            let cells = cells.map(|(one, (column, width))| cell(&one.text, *width, column, false)).collect();
            rows.push(TableRow::new(cells).cant_split());
        }
        let docx = match table.title.is_empty() {
            true => docx,
            false => {
                let run = Run::new().add_text(table.title.as_str()).bold();
                docx.add_paragraph(Paragraph::new().id(self.id()).add_run(run).keep_next(true))
            }
        };
        let whole = lined(DocxTable::new(rows))
            .set_grid(widths)
            .width(TEXT_WIDTH, WidthType::Dxa)
            .layout(TableLayoutType::Fixed)
            .margins(TableCellMargins::new().margin(20, 80, 20, 80));
        docx.add_table(whole).add_paragraph(self.paragraph(""))
    }
}

/// Lines between the rows, none between the columns.
fn lined(table: DocxTable) -> DocxTable {
    use TableBorderPosition::{Bottom, InsideH, Top};
    let line = |position| TableBorder::new(position).color("76848A").size(4);
    [Top, Bottom, InsideH].into_iter().fold(table.clear_all_border(), |table, at| table.set_border(line(at)))
}

/// The name of a heading's mark.
fn mark(number: usize) -> String {
    format!("_Toc{number:04}")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::table::{Cell, Column};

    fn document() -> Vec<u8> {
        let table = Table {
            title: "Tal".to_owned(),
            columns: vec![Column::words("Hvad"), Column::numbers("Antal")],
            rows: vec![vec!["Indskrevet".into(), Cell::number(16)], vec!["<b>&".into(), Cell::number(3)]],
        };
        let mut document = Document::new(Locale::Da, "Referat", "2015-11-23".parse().unwrap());
        document
            .heading(1, "1. Status")
            .text("Første linje\n\nAnden linje")
            .note("Personer")
            .bullet("Et")
            .table(&table);
        document.heading(2, "Beslutninger").picture("<svg/>", "Søjler: \"først\" & sidst").picture("<svg/>", "To");
        docx(&document, Some(Printer { pdf: |_| Err(String::new()), raster })).unwrap()
    }

    fn raster(svg: &str) -> Result<Raster, String> {
        Ok(Raster { png: svg.as_bytes().to_vec(), width: 1284, height: 400 })
    }

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn headings_are_headings_and_a_table_has_a_header_row() {
        let body = part(&document(), "word/document.xml");
        assert!(
            body.contains("<w:pStyle w:val=\"Heading1\" />") && body.contains("<w:outlineLvl w:val=\"0\" />"),
            "{body}"
        );
        assert!(body.contains("<w:pStyle w:val=\"Heading2\" />") && body.contains("<w:outlineLvl w:val=\"1\" />"));
        assert_eq!(body.matches("<w:tblHeader />").count(), 1, "{body}");
        assert!(body.contains("Første linje") && body.contains("Anden linje") && body.contains("&lt;b&gt;&amp;"));
        let styles = part(&document(), "word/styles.xml");
        assert!(styles.contains("w:styleId=\"Heading1\"") && styles.contains("w:val=\"da-DK\""), "{styles}");
        assert_eq!(styles.matches("w:styleId=\"Normal\"").count(), 1, "{styles}");
        assert!(styles.contains("w:default=\"1\" w:styleId=\"Normal\""), "{styles}");
    }

    #[test]
    fn a_longer_document_begins_with_contents_that_lead_to_its_headings() {
        assert!(!part(&document(), "word/document.xml").contains("TOC"), "a short one has none");
        let mut long = Document::new(Locale::Da, "Rapport", "2015-11-23".parse().unwrap());
        for number in 1..=6 {
            long.heading(1, &format!("Afsnit {number}")).heading(2, "Tal").text("Tekst");
        }
        let body = part(&docx(&long, None).unwrap(), "word/document.xml");
        assert!(body.contains("Indhold") && body.contains("TOC \\n &quot;1-2&quot;"), "{body}");
        for number in 1..=12 {
            assert_eq!(body.matches(&format!("w:anchor=\"_Toc{number:04}\"")).count(), 1);
            assert_eq!(body.matches(&format!("w:name=\"_Toc{number:04}\"")).count(), 1);
        }
        let chars = |kind| body.matches(&format!("w:fldCharType=\"{kind}\"")).count();
        assert_eq!((chars("begin"), chars("separate"), chars("end")), (1, 1, 1));
    }

    #[test]
    fn a_picture_is_there_with_what_it_shows_in_words_and_no_wider_than_the_page() {
        let body = part(&document(), "word/document.xml");
        assert!(
            body.contains("<wp:docPr id=\"1\" name=\"1\" descr=\"Søjler: &quot;først&quot; &amp; sidst\" />"),
            "{body}"
        );
        assert!(body.contains("<wp:docPr id=\"2\" name=\"2\" descr=\"To\" />"), "{body}");
        assert_eq!(body.matches("<wp:extent cx=\"6115050\" cy=\"1905000\" />").count(), 2, "{body}");
        let names = zip::ZipArchive::new(Cursor::new(document())).unwrap();
        assert_eq!(names.file_names().flatten().filter(|name| name.starts_with("word/media/")).count(), 2);
        let mut told = Document::new(Locale::Da, "Rapport", "2015-11-23".parse().unwrap());
        told.picture("<svg/>", "Søjler");
        assert!(
            part(&docx(&told, None).unwrap(), "word/document.xml").contains(">Søjler</w:t>"),
            "in words without a printer"
        );
    }

    #[test]
    fn a_logo_stands_before_the_title_and_says_what_it_shows() {
        let logo = Raster { png: b"logo".to_vec(), width: 160, height: 40 };
        let mut under = Document::new(Locale::Da, "Rapport", "2015-11-23".parse().unwrap());
        under = under.under(Some((logo, "Kommunens logo".to_owned())));
        under.picture("<svg/>", "Søjler");
        let bytes = docx(&under, Some(Printer { pdf: |_| Err(String::new()), raster })).unwrap();
        let body = part(&bytes, "word/document.xml");
        let says = |number, says| format!("<wp:docPr id=\"{number}\" name=\"{number}\" descr=\"{says}\" />");
        let at = |text: &str| body.find(text).unwrap_or_else(|| panic!("{text} is missing: {body}"));
        assert!(at(&says(1, "Kommunens logo")) < at(">Rapport</w:t>"), "{body}");
        assert!(at(">Rapport</w:t>") < at(&says(2, "Søjler")), "{body}");
        assert!(
            part(&docx(&under, None).unwrap(), "word/document.xml").contains("Kommunens logo"),
            "also without a printer"
        );
    }

    #[test]
    fn the_same_document_is_the_same_bytes_and_names_no_moment() {
        assert_eq!(document(), document());
        let core = part(&document(), "docProps/core.xml");
        assert_eq!(core.matches("1970-01-01T00:00:00Z").count(), 2, "a moment of writing: {core}");
    }
}
