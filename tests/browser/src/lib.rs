//! What only a browser can show, seen in one.
