//! The logo on the programme's documents.

use app::release::{self, document};
use app::{Cx, Error, logo};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::code::{Addressee, ReleaseState};
use domain::refusal::Code;
use domain::release::Asked;
use render::Locale;
use testkit::team::{Team, both_teams, day};

use crate::block::once;
use crate::release::{codes, staffed};

/// One point.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn png() -> Vec<u8> {
    STANDARD.decode(PNG).unwrap()
}

async fn on_a_draft(team: &Team, cx: &Cx) -> Option<String> {
    let asked = Asked {
        template: "status".to_owned(),
        addressee: Addressee::SteeringGroup,
        as_of: day("2015-11-23"),
        from: day("2014-12-01"),
        to: day("2015-11-30"),
    };
    let draft = release::draft(&team.app, cx, asked, Locale::Da).await.unwrap();
    document(&draft, ReleaseState::Proposed).logo.map(|(_, says)| says)
}

#[tokio::test]
async fn a_logo_that_was_kept_stands_on_documents_until_it_is_taken_off() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let app = &team.app;
        assert_eq!(on_a_draft(&team, &karen).await, None);
        logo::keep(app, &amina, png(), " Kommunens logo ", 0, once(1)).await.unwrap();
        assert_eq!(team.database.last_logged().await.event, "fact_recorded");
        assert_eq!(on_a_draft(&team, &karen).await.as_deref(), Some("Kommunens logo"));
        assert_eq!(logo::on_papers(app, &amina).await.unwrap().unwrap().0.width, 1);

        logo::keep(app, &amina, Vec::new(), "Byens våben", 1, once(2)).await.unwrap();
        let page = logo::page(app, &amina).await.unwrap();
        assert_eq!((page.version, page.logo.unwrap().1.as_str()), (2, "Byens våben"), "the picture stays");
        let stale = logo::keep(app, &amina, png(), "Et andet", 1, once(3)).await;
        assert!(matches!(stale, Err(Error::Stale)));
        logo::take_off(app, &amina, 2, once(4)).await.unwrap();
        assert_eq!(on_a_draft(&team, &karen).await, None);
        assert_eq!(codes(logo::keep(app, &amina, Vec::new(), "Nyt", 3, once(5)).await), [("fil", Code::FileMissing)]);
        logo::keep(app, &amina, png(), "Nyt", 3, once(6)).await.unwrap();
        assert_eq!(on_a_draft(&team, &karen).await.as_deref(), Some("Nyt"));
    }
}

#[tokio::test]
async fn a_logo_that_is_no_picture_is_refused_and_the_one_there_is_stays() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let app = &team.app;
        logo::keep(app, &amina, png(), "Logo", 0, once(1)).await.unwrap();
        let cut = png().into_iter().take(50).collect();
        for (key, wrong) in (2..).zip([b"<svg/>".to_vec(), b"%PDF-1.7 %%EOF".to_vec(), cut]) {
            assert_eq!(codes(logo::keep(app, &amina, wrong, "Logo", 1, once(key)).await), [("fil", Code::NotAPicture)]);
        }
        let large = vec![0; domain::logo::LARGEST + 1];
        let both = codes(logo::keep(app, &amina, large, " ", 1, once(9)).await);
        assert_eq!(both, [("fil", Code::PictureTooLarge), ("viser", Code::Missing)], "everything at once");
        assert_eq!(on_a_draft(&team, &karen).await.as_deref(), Some("Logo"));
    }
}

#[tokio::test]
async fn who_keeps_the_programme_keeps_its_logo_and_nobody_else() {
    for team in both_teams().await {
        let (amina, karen) = staffed(&team).await;
        let (mette, dpo) = (team.signs_in("mette").await, team.signs_in("dpo").await);
        for other in [&karen, &mette, &dpo] {
            assert!(matches!(logo::keep(&team.app, other, png(), "Logo", 0, once(1)).await, Err(Error::Denied)));
        }
        logo::keep(&team.app, &amina, png(), "Logo", 0, once(2)).await.unwrap();
        assert!(logo::page(&team.app, &mette).await.unwrap().logo.is_some());
        assert!(matches!(logo::take_off(&team.app, &mette, 1, once(3)).await, Err(Error::Denied)));
        assert!(matches!(logo::page(&team.app, &dpo).await, Err(Error::Denied)));
    }
}
