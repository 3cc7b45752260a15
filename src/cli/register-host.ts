/** Lends Node's resources and clock to plugins that are loaded by name, for example from a `.remarkrc`. */
import { registerHost } from '../lint/host.ts'
import { nodeResources } from './resources.ts'
import { today } from './today.ts'

registerHost({ resources: nodeResources, today })
