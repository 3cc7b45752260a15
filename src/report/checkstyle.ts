/** `checkstyle`: the XML that Checkstyle writes, read by Jenkins, reviewdog and others. */
import type { Message, Severity } from '../lint/types.ts'
import { once } from './pieces.ts'
import type { Reporter } from './types.ts'
import { XML_HEAD, xml } from './xml.ts'

const SEVERITIES: Record<Severity, string> = { error: 'error', warn: 'warning', info: 'info' }

export function createCheckstyle(): Reporter {
  const head = once(`${XML_HEAD}<checkstyle version="4.3">\n`)
  return {
    file: ({ path, messages }) => `${head()}<file name="${xml(path)}">\n${messages.map(errorElement).join('')}</file>\n`,
    end: () => `${head()}</checkstyle>\n`,
  }
}

function errorElement({ line, column, severity, message, rule }: Message): string {
  const place = `line="${line}" column="${column}" severity="${SEVERITIES[severity]}"`
  return `<error ${place} message="${xml(message)}" source="medlint.${xml(rule)}"/>\n`
}
