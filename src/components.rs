//! Parts that know the ladder.

pub mod hue;
pub mod ladder_picture;
pub mod matrix_filters;
pub mod neighbours;
pub mod requirements;
pub mod role_card;
pub mod role_choice;
pub mod role_rail;
pub mod search_answers;
pub mod search_dialog;
pub mod site_footer;
pub mod site_header;
pub mod skill_filter;
pub mod skill_grid;
pub mod skill_matrix;
pub mod skill_summary;
pub mod statements;
pub mod summary_table;
pub mod theme_switch;
pub mod video_card;
pub mod video_poster;
