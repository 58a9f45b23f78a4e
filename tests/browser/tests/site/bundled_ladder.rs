//! The content of the bundled ladder that tests expect.

/// A role.
pub struct Role {
    pub id: &'static str,
    pub title: &'static str,
    pub short_title: &'static str,
    pub responsibilities: [&'static str; 3],
    /// The cells of its row in the summary table.
    pub summary: [&'static str; 3],
}

impl Role {
    pub fn url(&self) -> String {
        format!("/roles/{}", self.id)
    }
}

/// The title of the ladder page, and the end of every other page's title.
pub const TITLE: &str = "Career Progression for AI Developers";

pub const ROLES: [Role; 6] = [
    Role {
        id: "ai-developer",
        title: "AI Developer",
        short_title: "AI Developer",
        responsibilities: [
            "Build and deploy AI/ML models.",
            "Own the full pipeline: data preprocessing, model training, evaluation, and deployment.",
            "Collaborate with data scientists and engineers.",
        ],
        summary: ["Model building", "Python, ML frameworks", "Technical depth"],
    },
    Role {
        id: "team-leader",
        title: "Team Leader",
        short_title: "Team Leader",
        responsibilities: [
            "Coordinate between internal teams (e.g., dev, QA) and external stakeholders.",
            "Ensure smooth delivery and integration of AI solutions.",
            "Mentor junior developers.",
        ],
        summary: ["Coordination & mentoring", "Communication, Agile", "Delivery success"],
    },
    Role {
        id: "project-manager",
        title: "Project Manager",
        short_title: "Project Manager",
        responsibilities: [
            "Manage resources, timelines, and deliverables.",
            "Align AI projects with business goals.",
            "Handle risk and stakeholder expectations.",
        ],
        summary: ["Resource & timeline control", "Planning, Budgeting", "Project outcomes"],
    },
    Role {
        id: "vp-of-ai",
        title: "Vice President (VP) of AI",
        short_title: "VP of AI",
        responsibilities: [
            "Approve new AI use cases and innovations.",
            "Represent AI initiatives to external stakeholders.",
            "Ensure reporting and alignment across departments.",
        ],
        summary: [
            "Innovation & reporting",
            "Strategy, Stakeholder engagement",
            "Cross-team synergy",
        ],
    },
    Role {
        id: "director-of-ai",
        title: "Director of AI",
        short_title: "Director of AI",
        responsibilities: [
            "Identify impactful AI projects.",
            "Align AI strategy with business objectives.",
            "Guide long-term innovation and team growth.",
        ],
        summary: ["Vision & roadmap", "Business alignment, Foresight", "Org-wide impact"],
    },
    Role {
        id: "cto",
        title: "Chief Technical Officer (CTO)",
        short_title: "CTO",
        responsibilities: [
            "Represent the company’s AI capabilities externally.",
            "Track market trends and competitor strategies.",
            "Approve and promote pre-built AI solutions.",
        ],
        summary: ["Market & tech leadership", "Trend analysis, Partnerships", "Industry presence"],
    },
];

/// A page, and what it shows.
pub struct PageSample {
    pub url: &'static str,
    pub title: &'static str,
    pub heading: &'static str,
    /// The current link in the main navigation.
    pub section: Option<&'static str>,
}

/// A page of each kind.
pub const PAGES: [PageSample; 7] = [
    PageSample {
        url: "/",
        title: "Career Progression for AI Developers",
        heading: "Career Progression for AI Developers",
        section: Some("Ladder"),
    },
    PageSample {
        url: "/?skills=agile-methodologies,python&match=all",
        title: "Career Progression for AI Developers",
        heading: "Career Progression for AI Developers",
        section: Some("Ladder"),
    },
    PageSample {
        url: "/roles/vp-of-ai",
        title: "Vice President (VP) of AI · Career Progression for AI Developers",
        heading: "Vice President (VP) of AI",
        section: Some("Ladder"),
    },
    PageSample {
        url: "/skills",
        title: "Skills · Career Progression for AI Developers",
        heading: "Skills",
        section: Some("Skills"),
    },
    PageSample {
        url: "/skills/ml-frameworks",
        title: "ML frameworks · Career Progression for AI Developers",
        heading: "ML frameworks",
        section: Some("Skills"),
    },
    PageSample {
        url: "/compare?from=team-leader&to=project-manager",
        title: "From Team Leader to Project Manager · Career Progression for AI Developers",
        heading: "From Team Leader to Project Manager",
        section: Some("Compare"),
    },
    PageSample {
        url: "/plan?from=ai-developer&to=team-leader",
        title: "My plan · Career Progression for AI Developers",
        heading: "My plan",
        section: Some("My plan"),
    },
];
