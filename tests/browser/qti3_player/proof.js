// Drives the player through its public interface: load an item, restore a response, end the attempt.

const faults = [];
console.log = (...words) => {
  if (typeof words[0] === "string" && /Exception|Error\]/.test(words[0])) faults.push(words.join(" "));
};
Vue.config.errorHandler = (error, component) => faults.push(`${component.$options.name}: ${error.message}`);
Vue.config.productionTip = false;

const waiting = {};
const once = (name) => new Promise((resolve) => { waiting[name] = resolve; });
const done = (name) => (value) => { if (waiting[name]) waiting[name](value); };

let player;
new Vue({
  components: { player: window.qti3Player.default || window.qti3Player },
  methods: {
    keep(made) { player = made; },
    ready: done("ready"),
    suspended: done("suspended"),
    ended: done("ended"),
  },
  template: `<player suppress-alert-messages suppress-invalid-response-messages
    @notifyQti3PlayerReady="keep" @notifyQti3ItemReady="ready"
    @notifyQti3SuspendAttemptCompleted="suspended" @notifyQti3EndAttemptCompleted="ended"/>`,
}).$mount("#player");

const control = { max_attempts: 0, show_feedback: false, validate_responses: false };
let loads = 0;

async function load(xml, state) {
  const configuration = { guid: "proof", sessionControl: control, status: "interacting" };
  if (state) configuration.state = state;
  const ready = once("ready");
  loads += 1;  // the player loads nothing when the text is the one it has
  player.loadItemFromXml(`${xml}<!--${loads}-->`, configuration);
  await ready;
  await Vue.nextTick();
}

async function blankState(xml) {
  await load(xml);
  const suspended = once("suspended");
  player.suspendAttempt("blank");
  return (await suspended).state;
}

async function score(xml, blank, values) {
  const state = JSON.parse(JSON.stringify(blank));
  state.contextVariables = [];  // they hold a Map, which JSON loses
  for (const variable of state.responseVariables) {
    if (variable.identifier in values) variable.value = values[variable.identifier];
  }
  await load(xml, state);
  const ended = once("ended");
  player.endAttempt("score");
  const found = (await ended).state;
  const all = [...found.outcomeVariables, ...found.responseVariables];
  return Object.fromEntries(all.map((variable) => [variable.identifier, variable.value]));
}

// An item is {xml, responses: [{variable: value}]}; what comes back has the variables after each response.
window.prove = async (item) => {
  faults.length = 0;
  const blank = await blankState(item.xml);
  const text = document.querySelector("#qti-item-container").innerText;
  const variables = [];
  for (const values of item.responses) variables.push(await score(item.xml, blank, values));
  return { variables, faults: [...new Set(faults)], text };
};
window.isReady = () => Boolean(player);
