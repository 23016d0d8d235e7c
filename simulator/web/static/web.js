"use strict";
// What the terminal's own script leaves out: where its socket is, why it was closed, coming back by itself, the focus.
(() => {
  const ENDED = 4000, TAKEN_OVER = 4001, BROKEN = 4003;

  function say(when) {
    document.body.classList.toggle("-open", when === "open");
    for (const said of document.querySelectorAll("[data-when]")) said.hidden = said.dataset.when !== String(when);
  }

  // A class that comes back at once would come back as slowly as possible: each window waits a time of its own.
  function again() {
    setTimeout(async () => {
      try {
        await fetch("/alive", { cache: "no-store" });
        location.reload();
      } catch {
        again();
      }
    }, 1000 + Math.random() * 2000);
  }

  function closed(code) {
    const known = document.querySelector(`[data-when="${code}"]`);
    say(known ? code : "lost");
    if (![ENDED, TAKEN_OVER, BROKEN].includes(code)) {
      again();
      return;
    }
    const ways = document.getElementById("ways");
    ways.hidden = false;
    ways.querySelector("a").focus();
  }

  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", (event) => {
        if (typeof event.data === "string") {
          const [kind, what] = JSON.parse(event.data);
          if (kind === "told") document.getElementById("told").textContent = what;
        } else if (!document.body.classList.contains("-open")) {
          say("open");
          document.querySelector(".xterm-helper-textarea").focus();
        }
      });
      this.addEventListener("close", (event) => closed(event.code));
    }

    // What is still typed after the end goes nowhere.
    send(data) {
      if (this.readyState === WebSocket.OPEN) super.send(data);
    }
  };

  // Without TLS browsers give no clipboard; copying still works as it did before there was one.
  if (!navigator.clipboard) {
    Object.defineProperty(navigator, "clipboard", {
      value: {
        async readText() { return ""; },
        async writeText(text) {
          const before = document.activeElement, area = document.createElement("textarea");
          area.value = text;
          document.body.append(area);
          area.select();
          document.execCommand("copy");
          area.remove();
          before?.focus();
        },
      },
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    say("opening");
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    document.getElementById("terminal").dataset.sessionWebsocketUrl = `${scheme}//${location.host}/ws`;
  });
})();
