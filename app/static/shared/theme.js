// Light or dark, read from the colours that surround a component.

export function isDark(element) {
  const color = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const hex = /^#([0-9a-f]{6})$/i.exec(color);
  if (!hex) return false;
  const value = parseInt(hex[1], 16);
  return ((value >> 16) & 255) * 0.3 + ((value >> 8) & 255) * 0.59 + (value & 255) * 0.11 < 128;
}
