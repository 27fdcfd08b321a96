"""A slow browser, to find the tests that look before the page is ready: `COURSEWRIGHT_TEST_SLOWLY=1`.

Every page computes slowly and waits for the network; its scripts come late, and so does the next page of the player.
"""

import os
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

IS_WANTED = bool(os.environ.get("COURSEWRIGHT_TEST_SLOWLY"))
CPU_TIMES = 4
LATE_MS = 300
# Throttling alone finds little: what a press leads to is slow then, but so is the press.
LATE = """{
  const add = window.addEventListener.bind(window);
  const late = (act) => (event) => setTimeout(() => act(event), LATE_MS);
  window.addEventListener = (name, act, ...rest) => add(name, name === "hashchange" ? late(act) : act, ...rest);
  const define = customElements.define.bind(customElements);
  customElements.define = (...given) => setTimeout(() => define(...given), LATE_MS);
  const ask = window.fetch;
  window.fetch = async (address, options, ...rest) => {
    if (!options?.keepalive) await new Promise((done) => setTimeout(done, LATE_MS));
    return ask(address, options, ...rest);
  };
}""".replace("LATE_MS", str(LATE_MS))


def slow_down(browser: Browser) -> None:
    """Let every page that is opened from now on be slow."""
    new_context = browser.new_context

    def opened(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.add_init_script(LATE)
        context.on("page", slowed)
        return context

    def slowed(page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_TIMES})
        unlimited = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
        session.send("Network.emulateNetworkConditions", {**unlimited, "latency": LATE_MS})

    browser.new_context = opened  # type: ignore[method-assign]
    browser.new_page = lambda **options: opened(**options).new_page()  # type: ignore[method-assign]
