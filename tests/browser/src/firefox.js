// Functions for the tests, run with the rights of the browser itself. The first argument names the function;
// its state is kept by the browser window.
const [name, ...parameters] = arguments;

const { ContextualIdentityService } =
    ChromeUtils.importESModule("resource://gre/modules/ContextualIdentityService.sys.mjs");
const { NavigableManager } =
    ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");

const HASH_OF_NOTHING = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
const tests = (window.tests ??= prepare());
const functions = {
    // Starts a profile of its own: a container, in which everything that a page stores is separate. Removes that
    // of the test before. Returns the handle of its first tab.
    newProfile() {
        const before = [...gBrowser.tabs];
        const identities = ContextualIdentityService.getPublicIdentities();
        tests.userContextId = ContextualIdentityService.create("test", "fingerprint", "blue").userContextId;
        tests.consoleErrors = [];
        tests.requests = [];
        tests.blocked = [];
        tests.overrides = {};
        for (const script of tests.initScripts.splice(0)) Services.mm.removeDelayedFrameScript(script);
        Services.io.offline = false;
        functions.setPreference("dom.serviceWorkers.enabled", true);
        const handle = functions.newTab();
        before.forEach((tab) => gBrowser.removeTab(tab));
        identities.forEach(({ userContextId }) => ContextualIdentityService.remove(userContextId));
        return handle;
    },
    newTab() {
        const { userContextId } = tests;
        gBrowser.selectedTab = gBrowser.addTrustedTab("about:blank", { userContextId });
        functions.setViewport(1280, 900);
        return NavigableManager.getIdForBrowser(gBrowser.selectedBrowser);
    },
    selectTab(handle) {
        gBrowser.selectedTab = gBrowser.tabs
            .find((tab) => NavigableManager.getIdForBrowser(tab.linkedBrowser) === handle);
    },
    setViewport(width, height) {
        const { style } = gBrowser.selectedBrowser;
        for (const limit of ["", "min-", "max-"]) {
            style.setProperty(`${limit}width`, `${width}px`);
            style.setProperty(`${limit}height`, `${height}px`);
        }
    },
    // Overrides a property of the tab's browsing context, such as its color scheme.
    override(property, value) {
        const { browsingContext } = gBrowser.selectedBrowser;
        if (!(property in browsingContext)) throw new Error(`Firefox has no ${property}`);
        tests.overrides[property] = value;
        browsingContext[property] = value;
    },
    setPreference(preference, value) {
        if (typeof value === "string") Services.prefs.setStringPref(preference, value);
        else if (typeof value === "number") Services.prefs.setIntPref(preference, value);
        else Services.prefs.setBoolPref(preference, value);
    },
    setOffline(isOffline) {
        Services.io.offline = isOffline;
    },
    block(pattern) {
        tests.blocked = [pattern];
    },
    // Runs a script in every document before its own scripts.
    addInitScript(source) {
        const script = `data:application/javascript,${encodeURIComponent(`
            addEventListener("DOMWindowCreated", ({ target }) => {
                const page = target.defaultView;
                const sandbox = Cu.Sandbox(page, { sandboxPrototype: page, wantXrays: false });
                Cu.evalInSandbox(${JSON.stringify(`((globalThis) => { ${source} })(window)`)}, sandbox);
            });
        `)}`;
        tests.initScripts.push(script);
        Services.mm.loadFrameScript(script, true);
    },
    consoleErrors: () => tests.consoleErrors,
    requests: () => tests.requests,
};
return functions[name](...parameters) ?? null;

// Records the errors in the console and the requests of pages, and blocks requests.
function prepare() {
    const state = { consoleErrors: [], requests: [], blocked: [], initScripts: [], overrides: {}, userContextId: 0 };
    const isPage = (address) => /^(https?|blob|data):/.test(address);
    Services.console.registerListener({
        observe(message) {
            if (!(message instanceof Ci.nsIScriptError)) return;
            const isError = !(message.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag));
            // A file that is no longer needed, because the page is left, counts as empty.
            if (message.errorMessage.includes(HASH_OF_NOTHING)) return;
            // Errors of a script from WebDriver belong to no window.
            const isOfPage = message.innerWindowID ? isPage(message.sourceName || "http:") : /^http.*(?<!\/sw\.js)$/.test(message.sourceName);
            if (isError && isOfPage)
                state.consoleErrors.push(`${message.sourceName} ${message.errorMessage}`);
        },
    });
    // Following a link to a page with other headers can replace the browsing context.
    Services.obs.addObserver((context) => {
        if (context === context.top && context.originAttributes.userContextId === state.userContextId)
            Object.assign(context, state.overrides);
    }, "browsing-context-attached");
    const reader = `
        Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).addLogEventListener((event) => {
            const { level, filename, arguments: texts } = event.wrappedJSObject ?? event;
            if (level === "error") sendAsyncMessage("tests:console", filename + " " + [...texts].map(String).join(" "));
        }, Services.scriptSecurityManager.getSystemPrincipal());
    `;
    Services.ppmm.addMessageListener("tests:console", ({ data }) => {
        if (isPage(data)) state.consoleErrors.push(data);
    });
    Services.ppmm.loadProcessScript(`data:application/javascript,${encodeURIComponent(reader)}`, true);
    Services.obs.addObserver((request) => {
        const channel = request.QueryInterface(Ci.nsIHttpChannel);
        if (channel.loadInfo.originAttributes.userContextId !== state.userContextId) return;
        const address = channel.URI.specIgnoringRef;
        state.requests.push(address);
        const matches = (pattern) =>
            new RegExp(`^${pattern.split("*").map((part) => part.replace(/\W/g, "\\$&")).join(".*")}$`).test(address);
        if (state.blocked.some(matches)) channel.cancel(Cr.NS_ERROR_ABORT);
    }, "http-on-modify-request");
    return state;
}
