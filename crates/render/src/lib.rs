//! Values into words and pictures: translations, dates, numbers, SVG charts.
