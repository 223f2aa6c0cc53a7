import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PALETTES, type ThemeName } from '../src/map/palette.ts';

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const css = readFileSync('src/style/theme.css', 'utf8');
const themes: readonly ThemeName[] = ['dark', 'light', 'contrast'];

for (const theme of themes) {
  const block = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}')[0];
  const colour = (name: string) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block);
    if (!found) assert.fail(`theme ${theme} lacks --${name}`);
    return found[1];
  };

  test(`text of the theme ${theme} has a contrast of 4.5 or more`, () => {
    for (const text of ['text', 'dim', 'accent', 'good', 'warn', 'bad', 'waiting', 'unplaced', 'echo', 'simulated']) {
      for (const ground of ['panel', 'raised', 'hover']) {
        const ratio = contrast(colour(text), colour(ground));
        assert.ok(ratio >= 4.5, `${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
    assert.ok(contrast(colour('on-accent'), colour('accent-fill')) >= 4.5);
    assert.ok(contrast(colour('text'), colour('accent-fill')) >= 4.5);
    assert.ok(contrast(colour('dim'), colour('page')) >= 4.5);
  });

  test(`symbols and names on the map of the theme ${theme} stand out`, () => {
    const palette = PALETTES[theme];
    const symbols = {
      cooperative: palette.cooperative, echo: palette.echo, ground: palette.ground, emergency: palette.emergency,
      selected: palette.selected, ...palette.sensor,
      ...Object.fromEntries(palette.identity.map((value, i): [string, string] => [`identity ${i}`, value])),
    };
    for (const ground of [palette.land, palette.water]) {
      for (const [name, value] of Object.entries(symbols)) {
        const ratio = contrast(value, ground);
        assert.ok(ratio >= 3, `${name} on ${ground}: ${ratio.toFixed(2)}`);
      }
      for (const value of [palette.label, palette.place, palette.echo, palette.emergency, palette.selected, ...Object.values(palette.sensor)]) {
        const ratio = contrast(value, ground);
        assert.ok(ratio >= 4.5, `${value} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
  });
}
