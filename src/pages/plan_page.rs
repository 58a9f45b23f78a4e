//! `/plan`: the visitor's plan.

use super::PagePart;
use crate::components::plan::context::PlanContext;
use crate::components::plan::delete_data::DeleteData;
use crate::components::plan::export::ExportAndShare;
use crate::components::plan::import::{ImportPanel, PendingImport, RestoreButton};
use crate::components::plan::orphaned_answers::OrphanedAnswers;
use crate::components::plan::plan_list::{PlanList, open_last_plan};
use crate::components::plan::progress::{PlanProgress, RemainingSkills};
use crate::components::plan::roles::{GoalList, PlanRoles};
use crate::components::plan::save_status::{SaveNotices, SaveStatus};
use crate::components::plan::skill::PlanSkill;
use crate::components::plan::skills::{PlanSkills, SkillPager};
use crate::router::{RolePair, Route};
use crate::stores::{SharedLadder, use_answers};
use ladder::{Id, RoleIx};
use leptos::prelude::*;

/// The page.
#[component]
pub fn PlanPage(
    /// The open ladder.
    ladder: SharedLadder,
    /// The roles in the address.
    pair: Memo<RolePair>,
) -> impl IntoView {
    let answers = use_answers();
    let import = PendingImport::from_fragment(&ladder);
    open_last_plan(&ladder, pair, answers);
    let content = {
        let ladder = ladder.clone();
        move || {
            let pair = pair.get();
            // Rendered again for other roles only, not for each answer, so that fields keep the focus.
            untrack(|| match PlanContext::new(&ladder, &pair, answers) {
                Some(plan) => view! { <Plan plan import /> }.into_any(),
                None => view! {
                    <GoalList ladder=ladder.clone() pair />
                    <p><RestoreButton answers ladder=ladder.clone() import /></p>
                }
                .into_any(),
            })
        }
    };
    let unknown = {
        let ladder = ladder.clone();
        move || pair.with(|pair| unknown_roles(&ladder, pair))
    };
    view! {
        <div class="plan-page">
            <header class="page-head">
                <h1 lang="en" tabindex="-1">"My plan"</h1>
                <p lang="en" class="lead">
                    "Rate your skills and see what’s left. Your answers stay on this device. Only you can see \
                     them."
                </p>
            </header>
            <p lang="en" class="without-javascript">
                "Plans need JavaScript, because they’re made and saved on your device. You can still read what each role needs on " <a lang="en" href=ladder.href(&Route::default())>"its page"</a> "."
            </p>
            <PlanRoles ladder=ladder.clone() pair answers />
            <PlanList ladder=ladder.clone() pair answers />
            {unknown}
            <SaveNotices answers ladder=ladder.id.to_string() />
            <ImportPanel ladder=ladder.clone() answers import />
            {content}
            <OrphanedAnswers ladder=ladder.clone() answers />
            <DeleteData answers ladder_title=ladder.title.clone() />
        </div>
    }
}

/// The parts of the page, for a plan that leads to the role. It has one skill only.
pub const PARTS: [PagePart; 3] = [fields, first_skill, tools];

fn plan_for(ladder: &SharedLadder, role: RoleIx) -> Option<PlanContext> {
    let pair = RolePair { to: Some(ladder[role].id.clone()), ..RolePair::default() };
    PlanContext::new(ladder, &pair, use_answers())
}

fn fields(ladder: &SharedLadder, _: RoleIx) -> AnyView {
    let (pair, answers) = (Memo::new(|_| RolePair::default()), use_answers());
    view! {
        <PlanRoles ladder=ladder.clone() pair answers />
        <PlanList ladder=ladder.clone() pair answers />
        <DeleteData answers ladder_title=String::new() />
    }
    .into_any()
}

fn first_skill(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let plan = plan_for(ladder, role);
    let plan = plan.and_then(|plan| Some((plan.gap.skills.first()?.clone(), plan)));
    plan.map(|(target, plan)| view! { <PlanSkill plan target /> }).into_any()
}

fn tools(ladder: &SharedLadder, role: RoleIx) -> AnyView {
    let Some(plan) = plan_for(ladder, role) else { return ().into_any() };
    let (page, import) = (SkillPager::first(), PendingImport::from_fragment(ladder));
    view! {
        <PlanProgress plan=plan.clone() />
        <SaveStatus answers=plan.answers />
        <RemainingSkills plan=plan.clone() page />
        <ExportAndShare plan import />
    }
    .into_any()
}

#[component]
fn Plan(plan: PlanContext, import: PendingImport) -> impl IntoView {
    let page = SkillPager::first();
    view! {
        <div class="plan-bar">
            <PlanProgress plan=plan.clone() />
            <SaveStatus answers=plan.answers />
        </div>
        <div class="plan-parts">
            <RemainingSkills plan=plan.clone() page />
            <PlanSkills plan=plan.clone() page />
        </div>
        <ExportAndShare plan import />
    }
}

/// A notice with the ids in the address that are not roles of the ladder.
fn unknown_roles(ladder: &SharedLadder, pair: &RolePair) -> Option<impl IntoView + use<>> {
    let ids = [&pair.from, &pair.to].into_iter().flatten();
    let ids: Vec<&str> = ids.filter(|id| ladder.role_by_id(id).is_none()).map(Id::as_str).collect();
    let ids = ids.join(", ");
    (!ids.is_empty()).then(|| {
        view! {
            <p lang="en" class="notice">
                "We couldn’t find a role called " <code>{ids}</code>
                ". Pick another role."
            </p>
        }
    })
}
