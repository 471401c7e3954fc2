//! The OpenAPI description of the interface, made from the list of reports: `brobygger api` prints it, and a program that has come in reads it.

use domain::report::Report;
use domain::token::A_MINUTE;
use render::{Locale, Words, words};
use utoipa::openapi::path::{Operation, OperationBuilder, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Components, KnownFormat, SchemaFormat, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    Content, Header, HeaderBuilder, HttpMethod, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi, OpenApiBuilder,
    PathItem, Paths, Ref, RefOr, Required, Response, ResponseBuilder,
};

use super::releases::RELEASES;
use super::shape::{self, Shape};
use super::{REPORTS, ask, open_reports, parameters};

const SCHEME: &str = "token";

/// The description in a language, as one JSON document.
pub fn description(locale: Locale) -> String {
    format!("{:#}\n", serde_json::to_value(made(words(locale))).unwrap_or_default())
}

fn made(t: &Words) -> OpenApi {
    let list = reading(t, "list-reports", t.say("api-list"), t.say("api-list-text"), "reports");
    let own = reading(t, "read-description", t.say("api-self"), t.say("api-self-text"), "openapi");
    let releases = reading(t, "list-releases", t.say("api-releases"), t.say("api-releases-text"), "releases");
    let own = [
        (REPORTS.to_owned(), list),
        ("/api/v1/openapi.json".to_owned(), own),
        (RELEASES.to_owned(), releases),
        (format!("{RELEASES}/{{id}}"), of_release(t)),
        (format!("{RELEASES}/{{id}}/{{format}}"), of_file(t)),
    ];
    let of_reports = open_reports().map(|report| (format!("{REPORTS}/{}", report.name()), of_report(t, report)));
    let paths = own.into_iter().chain(of_reports).fold(Paths::new(), |mut paths, (path, operation)| {
        paths.paths.insert(path, PathItem::new(HttpMethod::Get, operation));
        paths
    });
    let info = InfoBuilder::new()
        .title("Brobygger")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(t.say_with("api-description", &[("n", A_MINUTE.into())])))
        .license(Some(LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build()));
    let scheme = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(t.say("api-scheme"))).build();
    let mut components = Components::new();
    for (report, shape) in open_reports().filter_map(|report| Some((report, shape::of(report)?))) {
        components.schemas.insert(report.name().to_owned(), shape);
    }
    components.schemas.insert("reports".to_owned(), reports());
    components.schemas.insert("releases".to_owned(), shape::releases());
    components.schemas.insert("release".to_owned(), shape::release());
    components.schemas.insert("problem".to_owned(), problem());
    components.schemas.insert("openapi".to_owned(), ObjectBuilder::new().schema_type(Type::Object).into());
    components.add_security_scheme(SCHEME, SecurityScheme::Http(scheme));
    OpenApiBuilder::new().info(info.build()).paths(paths).components(Some(components)).build()
}

fn of_report(t: &Words, report: Report) -> Operation {
    let locale = t.locale();
    let title = render::report::title(report, locale);
    let definition = render::report::definition(report, locale);
    let mut operation = reading(t, &format!("read-{}", report.name()), title, definition, report.name());
    operation.parameters = Some(parameters(report).iter().map(|name| RefOr::T(parameter(t, name))).collect());
    operation
}

fn of_release(t: &Words) -> Operation {
    let mut operation = reading(t, "read-release", t.say("api-release"), t.say("api-release-text"), "release");
    operation.parameters = Some(vec![RefOr::T(named(t, "id", shape::text()))]);
    operation.responses.responses.insert("404".to_owned(), RefOr::T(missing(t)));
    operation
}

fn of_file(t: &Words) -> Operation {
    let mut operation = of_release(t);
    let formats = ["pdf", "docx", "xlsx", "csv"];
    operation.operation_id = Some("read-release-file".to_owned());
    operation.summary = Some(t.say("api-release-file").to_owned());
    operation.description = Some(t.say("api-release-file-text").to_owned());
    operation.parameters =
        Some(vec![RefOr::T(named(t, "id", shape::text())), RefOr::T(named(t, "format", shape::one_of(formats)))]);
    let bytes = formats.iter().fold(ResponseBuilder::new().description(t.say("api-release-file")), |all, format| {
        all.content(crate::printed::media(format), Content::new::<Ref>(None))
    });
    operation.responses.responses.insert("200".to_owned(), RefOr::T(bytes.build()));
    operation
}

/// A part of an address.
fn named(t: &Words, name: &str, shape: Shape) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(t.code("api-parameter", name)))
        .schema(Some(shape))
        .build()
}

fn missing(t: &Words) -> Response {
    told(ResponseBuilder::new().description(t.say("api-not-found")))
}

fn parameter(t: &Words, name: &str) -> Parameter {
    let day = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)))
        .pattern(Some(ask::DAY));
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(t.code("api-parameter", name)))
        .schema(Some(day))
        .example(Some(if name == "from" { "2015-01-01" } else { "2015-09-30" }.into()))
        .build()
}

/// Something that is read: its answer has the named schema, and it can be refused as everything can.
fn reading(t: &Words, id: &str, summary: &str, text: &str, schema: &str) -> Operation {
    let content = Content::new(Some(Ref::from_schema_name(schema)));
    let given = ResponseBuilder::new().description(summary).content("application/json", content).build();
    let seconds = HeaderBuilder::new().schema(Some(shape::count())).description(Some(t.say("api-seconds"))).build();
    let wait = told(ResponseBuilder::new().description(t.say("api-too-often")).header("Retry-After", seconds));
    let asked = ResponseBuilder::new().description(t.say("api-unauthorized"));
    let asked = told(asked.header("WWW-Authenticate", Header::new(shape::text())));
    let plain = |key| told(ResponseBuilder::new().description(t.say(key)));
    OperationBuilder::new()
        .operation_id(Some(id))
        .summary(Some(summary))
        .description(Some(text))
        .security(SecurityRequirement::new(SCHEME, Vec::<String>::new()))
        .response("200", given)
        .response("401", asked)
        .response("403", plain("api-forbidden"))
        .response("414", plain("api-too-long"))
        .response("422", plain("api-refused"))
        .response("429", wait)
        .response("500", plain("api-fault"))
        .build()
}

/// An answer that tells a problem.
fn told(answer: ResponseBuilder) -> Response {
    answer.content("application/problem+json", Content::new(Some(Ref::from_schema_name("problem")))).build()
}

/// The shape of the list of reports.
fn reports() -> Shape {
    let one = shape::object([
        ("name", shape::one_of(open_reports().map(Report::name))),
        ("title", shape::text()),
        ("summary", shape::text()),
        ("definition", shape::text()),
        ("parameters", shape::list(shape::one_of(["as_of", "from", "to"]))),
        ("address", shape::text()),
    ]);
    shape::object([("programme", shape::text()), ("today", shape::day()), ("reports", shape::list(one))])
}

/// The shape of a problem (RFC 9457).
fn problem() -> Shape {
    let one = shape::object([("field", shape::text()), ("detail", shape::text())]);
    ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("type", shape::text())
        .required("type")
        .property("title", shape::text())
        .required("title")
        .property("status", shape::count())
        .required("status")
        .property("detail", shape::text())
        .required("detail")
        .property("errors", shape::list(one))
        .property("request", shape::text())
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_that_is_for_programs_is_described_in_both_languages_and_no_other() {
        for locale in [Locale::Da, Locale::En] {
            let document: serde_json::Value = serde_json::from_str(&description(locale)).unwrap();
            assert_eq!(document["openapi"], "3.1.0");
            for report in Report::ALL {
                let path = &document["paths"][format!("{REPORTS}/{}", report.name())]["get"];
                assert_eq!(path.is_null(), report.lists_persons(), "{}", report.name());
                assert_eq!(document["components"]["schemas"][report.name()].is_null(), report.lists_persons());
                if !path.is_null() {
                    assert_eq!(path["description"], words(locale).code("report-definition", report.name()));
                }
            }
        }
        assert_ne!(description(Locale::Da), description(Locale::En));
    }
}
