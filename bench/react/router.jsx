// The path of the address as state, and links that change it without loading a page.
import { useSyncExternalStore } from "react";

const listeners = new Set();
const subscribe = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const notify = () => listeners.forEach((listener) => listener());
addEventListener("popstate", notify);

/** The path of the current page. */
export const usePath = () => useSyncExternalStore(subscribe, () => location.pathname);

/** A link to a page of the site. */
export function Link({ href, ...rest }) {
  const follow = (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", href);
    notify();
    scrollTo(0, 0);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
