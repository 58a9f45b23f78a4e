//! The bundled ladder has exactly the content of its source.

#![allow(clippy::unwrap_used)] // tests may panic

use career_ladder::router::Origin;
use career_ladder::stores::OpenLadder;
use ladder::{RequirementKind, ResourceType, RichText, RoleIx, Video, read};

fn ladder() -> OpenLadder {
    let document = include_str!("../public/ladders/ai-developer.json");
    OpenLadder::new(read(document).ladder.unwrap(), Origin::Default)
}

/// Title, short title, icon, stage, summary, focus, impact.
const ROLES: [[&str; 7]; 6] = [
    [
        "AI Developer",
        "AI Developer",
        "👨‍💻",
        "Entry point",
        "After gaining practical experience through internships or projects.",
        "Model building",
        "Technical depth",
    ],
    [
        "Team Leader",
        "Team Leader",
        "🤝",
        "Transition role",
        "After mastering development and showing leadership potential.",
        "Coordination & mentoring",
        "Delivery success",
    ],
    [
        "Project Manager",
        "Project Manager",
        "📊",
        "Strategic role",
        "Oversees AI initiatives from planning to execution.",
        "Resource & timeline control",
        "Project outcomes",
    ],
    [
        "Vice President (VP) of AI",
        "VP of AI",
        "🧭",
        "Executive role",
        "Bridges technical teams and upper management.",
        "Innovation & reporting",
        "Cross-team synergy",
    ],
    [
        "Director of AI",
        "Director of AI",
        "🧠",
        "Visionary role",
        "Shapes the AI roadmap for the organization.",
        "Vision & roadmap",
        "Org-wide impact",
    ],
    [
        "Chief Technical Officer (CTO)",
        "CTO",
        "🧨",
        "Topmost technical role",
        "Leads the entire AI and tech vision.",
        "Market & tech leadership",
        "Industry presence",
    ],
];

const RESPONSIBILITIES: [[&str; 3]; 6] = [
    [
        "Build and deploy AI/ML models.",
        "Own the full pipeline: data preprocessing, model training, evaluation, and deployment.",
        "Collaborate with data scientists and engineers.",
    ],
    [
        "Coordinate between internal teams (e.g., dev, QA) and external stakeholders.",
        "Ensure smooth delivery and integration of AI solutions.",
        "Mentor junior developers.",
    ],
    [
        "Manage resources, timelines, and deliverables.",
        "Align AI projects with business goals.",
        "Handle risk and stakeholder expectations.",
    ],
    [
        "Approve new AI use cases and innovations.",
        "Represent AI initiatives to external stakeholders.",
        "Ensure reporting and alignment across departments.",
    ],
    [
        "Identify impactful AI projects.",
        "Align AI strategy with business objectives.",
        "Guide long-term innovation and team growth.",
    ],
    [
        "Represent the company’s AI capabilities externally.",
        "Track market trends and competitor strategies.",
        "Approve and promote pre-built AI solutions.",
    ],
];

/// The skills in each role's skill focus, in order.
const SKILL_FOCUS: [&[&str]; 6] = [
    &["Python", "ML frameworks", "Data wrangling", "APIs"],
    &["Communication", "Agile methodologies", "Cross-functional collaboration"],
    &["Project planning tools", "Budgeting", "Stakeholder management"],
    &["Strategic thinking", "Business acumen", "Innovation approval"],
    &["Business case development", "Strategic foresight", "Data governance"],
    &["Market intelligence", "Technical evangelism", "Strategic partnerships"],
];

/// The key skills of each role as the summary table abbreviates them, sorted.
const KEY_SKILLS: [[&str; 2]; 6] = [
    ["ML frameworks", "Python"],
    ["Agile", "Communication"],
    ["Budgeting", "Planning"],
    ["Stakeholder engagement", "Strategy"],
    ["Business alignment", "Foresight"],
    ["Partnerships", "Trend analysis"],
];

/// Role index, video id, start in seconds, title, note.
const VIDEOS: [(usize, &str, u32, &str, &str); 7] = [
    (
        0,
        "PSWUr5E_OKY",
        0,
        "Become An AI Engineer in 2025 | The 6 Step Roadmap",
        "explains the foundational skills and job-readiness steps to land this role.",
    ),
    (
        1,
        "b57KapzhVzs",
        0,
        "AI Career Opportunities: Picking the Perfect Path for You",
        "highlights how roles evolve from technical to leadership and client-facing responsibilities.",
    ),
    (
        2,
        "PSWUr5E_OKY",
        0,
        "Become An AI Engineer in 2025 | The 6 Step Roadmap",
        "offers insights into orchestration and prompt management—skills crucial for project oversight.",
    ),
    (
        3,
        "ELGjEHefi4w",
        22,
        "How to Become an $300K AI Engineer in 2025 (complete roadmap)",
        "explores how deep learning and specialized AI skills can elevate your career to executive levels.",
    ),
    (
        4,
        "d2DCUYuJYAU",
        0,
        "5 Career Paths in Artificial intelligence",
        "outlines how roles like AI Architect and Research Scientist feed into director-level responsibilities.",
    ),
    (
        5,
        "nYXVvK-Wmn0",
        0,
        "AI Engineer Roadmap | How I'd Learn AI in 2025",
        "walks through the full technical stack and mindset needed to reach CTO-level mastery.",
    ),
    (
        5,
        "cvCG5SdInZE",
        0,
        "How to become an AI Engineer | Artificial Intelligence Roadmap | AI Career Path | Edureka",
        "provides a roadmap for long-term growth and specialization.",
    ),
];

#[test]
fn the_six_roles_are_in_order_and_complete() {
    let ladder = ladder();
    assert!(ladder.cumulative && ladder.ordered);
    let fields = ladder.roles.iter().map(|role| {
        let label = |text: &Option<String>| text.clone().unwrap();
        let text = |text: &Option<RichText>| text.as_ref().unwrap().to_string();
        [
            role.title.clone(),
            role.short().to_owned(),
            label(&role.icon),
            label(&role.stage),
            text(&role.summary),
            text(&role.focus),
            text(&role.impact),
        ]
    });
    assert_eq!(fields.collect::<Vec<_>>(), ROLES);
}

#[test]
fn the_responsibilities_match_the_source_word_for_word() {
    for (role, expected) in ladder().roles.iter().zip(RESPONSIBILITIES) {
        let texts: Vec<_> = role.responsibilities.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(texts, expected, "{}", role.title);
    }
}

#[test]
fn each_role_requires_its_skill_focus_and_its_key_skills() {
    let ladder = ladder();
    for role in ladder.role_indices() {
        let requirements = ladder[role].skills.iter();
        let mut names: Vec<_> = requirements.map(|r| ladder[r.skill].name.as_str()).collect();
        let mut core: Vec<_> = ladder[role].core().map(|r| ladder[r.skill].short()).collect();
        core.sort_unstable();
        assert_eq!(core, KEY_SKILLS[role.index()]);
        // "Stakeholder management" is the only key skill that is not in its role's skill focus.
        names.retain(|name| role != RoleIx(3) || *name != "Stakeholder management");
        assert_eq!(names, SKILL_FOCUS[role.index()]);
    }
    assert_eq!(ladder.skills.len(), 19);
    let frameworks = ladder.skills.iter().find(|skill| skill.name == "ML frameworks").unwrap();
    assert_eq!(frameworks.includes, ["TensorFlow", "PyTorch"]);
    let kinds = ladder.roles.iter().flat_map(|role| &role.skills).map(|r| r.kind);
    assert_eq!(kinds.filter(|kind| *kind == RequirementKind::Core).count(), 12);
}

#[test]
fn seven_references_lead_to_six_videos() {
    let ladder = ladder();
    assert_eq!(ladder.resources.len(), 6);
    let references: Vec<_> = ladder
        .role_indices()
        .flat_map(|role| ladder[role].resources.iter().map(move |reference| (role, reference)))
        .map(|(role, reference)| {
            let resource = &ladder[reference.resource];
            assert_eq!(resource.kind(), ResourceType::Video);
            let video = Video::for_reference(resource, reference).unwrap();
            let id = video.watch_url().split_once("v=").unwrap().1[..11].to_owned();
            let note = reference.note.as_deref().unwrap().to_owned();
            (role.index(), id, video.start, resource.title.clone(), note)
        })
        .collect();
    let expected: Vec<_> = VIDEOS
        .iter()
        .map(|(role, id, start, title, note)| {
            (*role, (*id).to_owned(), *start, (*title).to_owned(), (*note).to_owned())
        })
        .collect();
    assert_eq!(references, expected);
}

#[test]
fn each_role_carries_over_the_skills_of_the_roles_below_it() {
    let ladder = ladder();
    let carried_over = |role| ladder.graph().carried_over(role).count();
    let counts: Vec<_> = ladder.role_indices().map(carried_over).collect();
    assert_eq!(counts, [0, 4, 7, 10, 13, 16]);
}
