//! Which cards a site has, and which of them each page names.

use career_ladder::messages::social_card as messages;
use career_ladder::prerender::folder;
use career_ladder::router::{RolePair, Route};
use ladder::{Ladder, RoleIx};
use std::collections::BTreeSet;

/// The most roles that have cards of their own, and with them the most cards of comparisons: a large
/// framework is then built in seconds, and its cards take some megabytes.
pub const MAX_CARDS: usize = 500;

/// The name of a card's file, in the folder of its page.
const FILE: &str = "social-card.png";

/// What a card shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CardSubject {
    /// The whole ladder.
    Ladder,
    /// A role.
    Role(RoleIx),
    /// What changes from the first role to the second.
    Comparison(RoleIx, RoleIx),
}

impl CardSubject {
    /// The cards of a ladder. A ladder with too many roles has one; a ladder with too many comparisons has none
    /// for these.
    #[must_use]
    pub fn all(ladder: &Ladder) -> Vec<Self> {
        let roles = ladder.role_indices().filter(|_| has_role_cards(ladder)).map(Self::Role);
        let pairs: BTreeSet<_> =
            ladder.graph().role_pairs().filter(|_| has_comparison_cards(ladder)).collect();
        let comparisons = pairs.into_iter().map(|(from, to)| Self::Comparison(from, to));
        [Self::Ladder].into_iter().chain(roles).chain(comparisons).collect()
    }

    /// The card of a page. A comparison without its own shows the role that it leads to, other pages show the
    /// ladder.
    #[must_use]
    pub fn of_page(ladder: &Ladder, route: &Route) -> Self {
        match route {
            Route::Role(id) => ladder.role_by_id(id).map(|role| Self::of_role(ladder, role)),
            Route::Compare(pair) => {
                pair.roles(ladder).filter(|(from, to)| from != to).map(|(from, to)| {
                    if has_comparison_cards(ladder) && leads(ladder, from, to) {
                        Self::Comparison(from, to)
                    } else {
                        Self::of_role(ladder, to)
                    }
                })
            }
            _ => None,
        }
        .unwrap_or(Self::Ladder)
    }

    fn of_role(ladder: &Ladder, role: RoleIx) -> Self {
        if has_role_cards(ladder) { Self::Role(role) } else { Self::Ladder }
    }

    /// The path of its file below the site's base.
    #[must_use]
    pub fn path(self, ladder: &Ladder) -> String {
        let id = |role: RoleIx| ladder[role].id.clone();
        let folder = match self {
            Self::Ladder => String::new(),
            Self::Role(role) => folder(&Route::Role(id(role))),
            Self::Comparison(from, to) => folder(&Route::Compare(RolePair::of(ladder, from, to))),
        };
        format!("{folder}{FILE}")
    }

    /// Its text alternative.
    #[must_use]
    pub fn alt(self, ladder: &Ladder) -> String {
        match self {
            Self::Ladder => ladder.title.clone(),
            Self::Role(role) => messages::role_alt(ladder, role),
            Self::Comparison(from, to) => {
                messages::comparison_alt(ladder, &ladder.compare(from, to))
            }
        }
    }
}

fn has_role_cards(ladder: &Ladder) -> bool {
    ladder.roles.len() <= MAX_CARDS
}

fn has_comparison_cards(ladder: &Ladder) -> bool {
    has_role_cards(ladder) && ladder.graph().role_pairs().nth(MAX_CARDS).is_none()
}

/// Whether the comparison of two roles has a page.
fn leads(ladder: &Ladder, from: RoleIx, to: RoleIx) -> bool {
    ladder.graph().edges_from(from).iter().any(|edge| edge.to == to)
}
