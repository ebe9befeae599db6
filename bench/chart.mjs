// Bar charts as SVG, drawn without a library: a page shows one for light and one for dark surroundings.

const themes = {
  light: { text: '#1f2328', muted: '#656d76', line: '#d0d7de', bars: ['#0b6e99', '#e08a3c', '#8a63c9', '#9aa4ae'] },
  dark: { text: '#e6edf3', muted: '#8d96a0', line: '#3d444d', bars: ['#3aa7d9', '#f0a35e', '#b294e8', '#6e7681'] },
}
export const themeNames = Object.keys(themes)

const width = 760
const left = 250
const bar = 14
const space = 16
const top = 74

const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** `rows`: a label, and the speed of each of `names` in relation to `base`, whose 1 is a line. */
export function chart({ title, base, names, rows }, themeName) {
  const theme = themes[themeName]
  const most = Math.max(1, ...rows.flatMap(({ values }) => Object.values(values)))
  const scale = (width - left - 60) / most
  const parts = []
  let y = top
  for (const { label, values } of rows) {
    const shown = names.filter((name) => name in values)
    const middle = y + (shown.length * bar) / 2 + 4
    parts.push(text({ x: left - 10, y: middle, fill: theme.text, anchor: 'end' }, label))
    for (const name of shown) {
      const length = Math.max(1, values[name] * scale)
      const fill = theme.bars[names.indexOf(name)]
      parts.push(`<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="${bar - 2}" rx="2" fill="${fill}"/>`)
      parts.push(text({ x: left + length + 6, y: y + bar - 4, fill: theme.muted }, `${values[name].toFixed(2)}×`))
      y += bar
    }
    y += space
  }
  const one = left + scale
  const rule = `<line x1="${one}" x2="${one}" y1="${top - 6}" y2="${y - space + 6}" stroke="${theme.line}" stroke-dasharray="3 3"/>`
  const legend = names.map((name, i) => {
    const x = left + i * 130
    const box = `<rect x="${x}" y="42" width="12" height="12" rx="2" fill="${theme.bars[i]}"/>`
    return box + text({ x: x + 18, y: 52, fill: theme.text }, name)
  })
  const head = text({ x: 16, y: 24, fill: theme.text, weight: 600, size: 15 }, `${title}: speed, ${base} = 1`)
  const described = `<title>${escape(title)}</title>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" font-family="system-ui, sans-serif" font-size="12">
${[described, head, ...legend, rule, ...parts].join('\n')}
</svg>
`
}

function text({ x, y, fill, anchor = 'start', weight = 400, size = 12 }, words) {
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}"`
  return `<text ${place} fill="${fill}" text-anchor="${anchor}" font-weight="${weight}" font-size="${size}">${escape(words)}</text>`
}
