// Says whether a field holds something else than the page came with: on a slow line somebody fills in a form before
// its script is there.
export function isTouched(field) {
  if (!field.name) return false;
  if (field.matches("[type=radio], [type=checkbox]")) return field.checked !== field.defaultChecked;
  if (!field.options) return field.value !== field.defaultValue;
  const options = [...field.options];
  return field.value !== (options.find((option) => option.defaultSelected) ?? options[0]).value;
}
