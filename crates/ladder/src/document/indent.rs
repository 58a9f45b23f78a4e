//! Indents JSON that was written without white space.

/// Puts each item on a separate line, indented by two spaces per level, and ends with a line break.
pub fn indented(json: &str) -> String {
    let mut pretty = String::with_capacity(json.len() * 3 / 2);
    let mut depth = 0;
    let (mut inside, mut escaped) = (false, false);
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        if inside {
            pretty.push(c);
            inside = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
            continue;
        }
        match c {
            '{' | '[' => {
                pretty.push(c);
                if let Some(close) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    pretty.push(close);
                } else {
                    depth += 1;
                    new_line(&mut pretty, depth);
                }
            }
            '}' | ']' => {
                depth -= 1;
                new_line(&mut pretty, depth);
                pretty.push(c);
            }
            ',' => {
                pretty.push(c);
                new_line(&mut pretty, depth);
            }
            ':' => pretty.push_str(": "),
            _ => {
                inside = c == '"';
                pretty.push(c);
            }
        }
    }
    pretty.push('\n');
    pretty
}

fn new_line(pretty: &mut String, depth: usize) {
    pretty.push('\n');
    pretty.extend(std::iter::repeat_n("  ", depth));
}
