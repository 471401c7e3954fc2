//! What shapes are put together of.

use serde::Serialize;
use serde_json::Value;
use utoipa::openapi::schema::{AdditionalProperties, KnownFormat, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{ArrayBuilder, ObjectBuilder, RefOr, Schema};

/// A shape.
pub(in crate::api) type Shape = RefOr<Schema>;

/// The fields of an object.
pub(in crate::api) type Fields = Vec<(&'static str, Shape)>;

/// Fields, and beside them counts of these names.
pub(in crate::api) fn with(
    fields: impl IntoIterator<Item = (&'static str, Shape)>,
    counts: impl IntoIterator<Item = &'static str>,
) -> Fields {
    fields.into_iter().chain(counts.into_iter().map(|name| (name, count()))).collect()
}

/// A shape to be filled in, of a type.
pub(in crate::api) fn of_type(kind: impl Into<SchemaType>) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(kind)
}

/// A type, or none.
pub(in crate::api) fn or_none(kind: Type) -> SchemaType {
    SchemaType::Array(vec![kind, Type::Null])
}

/// Anything of a type.
pub(in crate::api) fn plain(kind: Type) -> Shape {
    of_type(kind).into()
}

/// A count: a whole number from 0.
pub(in crate::api) fn count() -> Shape {
    of_type(Type::Integer).minimum(Some(0)).into()
}

/// A count, or none.
pub(in crate::api) fn count_or_none() -> Shape {
    of_type(or_none(Type::Integer)).minimum(Some(0)).into()
}

/// A number, or none.
pub(in crate::api) fn number_or_none() -> Shape {
    of_type(or_none(Type::Number)).into()
}

/// A day, as ISO writes it.
pub(in crate::api) fn day() -> Shape {
    of_type(Type::String).format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).into()
}

/// A day, or none.
pub(in crate::api) fn day_or_none() -> Shape {
    of_type(or_none(Type::String)).format(Some(SchemaFormat::KnownFormat(KnownFormat::Date))).into()
}

/// A text.
pub(in crate::api) fn text() -> Shape {
    plain(Type::String)
}

/// A text, or none.
pub(in crate::api) fn text_or_none() -> Shape {
    of_type(or_none(Type::String)).into()
}

/// A text in both languages.
pub(in crate::api) fn words() -> Shape {
    object([("da", text()), ("en", text())])
}

/// A text in both languages, or none.
pub(in crate::api) fn words_or_none() -> Shape {
    object_or_none([("da", text()), ("en", text())])
}

/// One of a fixed list of codes.
pub(in crate::api) fn one_of<T: Serialize>(codes: impl IntoIterator<Item = T>) -> Shape {
    of_type(Type::String).enum_values(Some(codes.into_iter().map(coded))).into()
}

/// One of a fixed list of codes, or none.
pub(in crate::api) fn one_of_or_none<T: Serialize>(codes: impl IntoIterator<Item = T>) -> Shape {
    let codes = codes.into_iter().map(coded).chain([Value::Null]);
    of_type(or_none(Type::String)).enum_values(Some(codes)).into()
}

fn coded<T: Serialize>(code: T) -> Value {
    serde_json::to_value(code).unwrap_or(Value::Null)
}

/// A count for each of a fixed list of codes that there is something to count for.
pub(in crate::api) fn counts_by<T: Serialize>(codes: impl IntoIterator<Item = T>) -> Shape {
    let names = of_type(Type::String).enum_values(Some(codes.into_iter().map(coded))).build();
    let counts = of_type(Type::Object).additional_properties(Some(AdditionalProperties::RefOr(count())));
    counts.property_names(Some(names)).into()
}

/// A count for each of what there is something to count for.
pub(in crate::api) fn counts_by_text() -> Shape {
    of_type(Type::Object).additional_properties(Some(AdditionalProperties::RefOr(count()))).into()
}

/// A text for each of what there is one for.
pub(in crate::api) fn texts() -> Shape {
    of_type(Type::Object).additional_properties(Some(AdditionalProperties::RefOr(text()))).into()
}

/// A list of what has the same shape.
pub(in crate::api) fn list(of: Shape) -> Shape {
    ArrayBuilder::new().items(of).into()
}

/// An object with these names and no other.
pub(in crate::api) fn object(fields: impl IntoIterator<Item = (&'static str, Shape)>) -> Shape {
    filled(of_type(Type::Object), fields)
}

/// An object with these names and no other, or none.
pub(in crate::api) fn object_or_none(fields: impl IntoIterator<Item = (&'static str, Shape)>) -> Shape {
    filled(of_type(or_none(Type::Object)), fields)
}

fn filled(object: ObjectBuilder, fields: impl IntoIterator<Item = (&'static str, Shape)>) -> Shape {
    let fields = fields.into_iter();
    let object = fields.fold(object, |object, (name, shape)| object.property(name, shape).required(name));
    object.additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false))).into()
}
