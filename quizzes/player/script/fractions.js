// Exact numbers: a numerator and a denominator, both BigInt, the denominator above 0 and in lowest terms.

const WRITTEN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

function divisor(one, other) {
  let [a, b] = [one < 0n ? -one : one, other];
  while (b) [a, b] = [b, a % b];
  return a;
}

export function ratio(numerator, denominator = 1n) {
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const common = divisor(n, d) || 1n;
  return { n: n / common, d: d / common };
}

export const NOTHING = ratio(0n);
export const FULL = ratio(1n);

// A fraction as "5/6", or a decimal as "-1.25e-3".
export function fraction(text) {
  const [numerator, denominator] = text.split("/");
  if (denominator !== undefined) return ratio(BigInt(numerator), BigInt(denominator));
  const found = WRITTEN.exec(text);
  if (!found || !(found[2] || found[3])) throw new TypeError(`“${text}” is no number`);
  const [, sign, whole, decimals = "", exponent = "0"] = found;
  const digits = BigInt(`${whole}${decimals}` || "0");
  const shift = Number(exponent) - decimals.length;
  const power = 10n ** BigInt(Math.abs(shift));
  const signed = sign === "-" ? -digits : digits;
  return shift < 0 ? ratio(signed, power) : ratio(signed * power);
}

export const add = (one, other) => ratio(one.n * other.d + other.n * one.d, one.d * other.d);
export const times = (one, other) => ratio(one.n * other.n, one.d * other.d);
export const over = (one, number) => ratio(one.n, one.d * BigInt(number));
export const isLess = (one, other) => one.n * other.d < other.n * one.d;
export const isSame = (one, other) => one.n === other.n && one.d === other.d;
export const isPart = (one) => isLess(NOTHING, one) && isLess(one, FULL);
export const within = (one) => (isLess(one, NOTHING) ? NOTHING : isLess(FULL, one) ? FULL : one);
export const total = (all) => all.reduce(add, NOTHING);
export const written = (one) => (one.d === 1n ? `${one.n}` : `${one.n}/${one.d}`);

// A number of 0 or more with so many decimals at most, rounded half up, without zeros at its end.
export function rounded(one, decimals = 2) {
  const power = 10n ** BigInt(decimals);
  const units = (2n * one.n * power + one.d) / (2n * one.d);
  const digits = `${units}`.padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const text = decimals ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
  return decimals ? text.replace(/\.?0+$/, "") : text;
}
