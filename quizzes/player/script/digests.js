// SHA-256 (FIPS 180-4), at once and everywhere: the browser's own works only over HTTPS, and not at once.

const FIRST_PRIMES = 64;
const mask = (value) => value >>> 0;
const turned = (value, by) => (value >>> by) | (value << (32 - by));

function primes() {
  const found = [];
  for (let number = 2; found.length < FIRST_PRIMES; number++) {
    if (found.every((prime) => number % prime)) found.push(number);
  }
  return found;
}

// The first 32 bits of the fraction of a root, as the standard defines its constants.
const fractionBits = (root) => mask(Math.floor((root - Math.floor(root)) * 2 ** 32));
const ROUNDS = primes().map((prime) => fractionBits(Math.cbrt(prime)));
const START = primes().slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)));

function padded(bytes) {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const all = new Uint8Array(length);
  all.set(bytes);
  all[bytes.length] = 0x80;
  new DataView(all.buffer).setUint32(length - 4, bytes.length * 8);
  return new DataView(all.buffer);
}

function schedule(view, at) {
  const words = [];
  for (let i = 0; i < 16; i++) words.push(view.getUint32(at + 4 * i));
  for (let i = 16; i < 64; i++) {
    const [near, far] = [words[i - 2], words[i - 15]];
    const small = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
    const large = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
    words.push(mask(words[i - 16] + small + words[i - 7] + large));
  }
  return words;
}

function mixed(state, words) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const chosen = (e & f) ^ (~e & g);
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + ROUNDS[i] + words[i];
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, mask(d + one), c, b, a, mask(one + two)];
  }
  return [a, b, c, d, e, f, g, h].map((value, i) => mask(value + state[i]));
}

// The digest of a text in UTF-8, as 64 hexadecimal digits.
export function sha256(text) {
  const view = padded(new TextEncoder().encode(text));
  let state = START;
  for (let at = 0; at < view.byteLength; at += 64) state = mixed(state, schedule(view, at));
  return state.map((word) => word.toString(16).padStart(8, "0")).join("");
}
