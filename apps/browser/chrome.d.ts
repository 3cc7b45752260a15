/** What is used of the extension interfaces of Chrome and Firefox. */
declare namespace chrome {
  interface Event<Listener extends (...values: never[]) => unknown> {
    addListener(listener: Listener): void
    removeListener(listener: Listener): void
  }

  interface MessageSender {
    id?: string
    origin?: string
    url?: string
    tab?: Tab
  }

  interface Tab {
    id?: number
    windowId: number
    /** Only on pages the extension may see. */
    url?: string
    active: boolean
  }

  interface Port {
    name: string
    sender?: MessageSender
    postMessage(message: unknown): void
    disconnect(): void
    onMessage: Event<(message: unknown) => void>
    onDisconnect: Event<(port: Port) => void>
  }

  interface RegisteredContentScript {
    id: string
    matches: string[]
    js?: string[]
    css?: string[]
    allFrames?: boolean
    persistAcrossSessions?: boolean
    matchOriginAsFallback?: boolean
    runAt?: 'document_start' | 'document_idle'
    world?: 'MAIN' | 'ISOLATED'
  }

  namespace runtime {
    const id: string
    const lastError: { message?: string } | undefined
    const onMessage: Event<(message: unknown, sender: MessageSender, reply: (answer: unknown) => void) => boolean | undefined>
    const onConnect: Event<(port: Port) => void>
    const onInstalled: Event<() => void>
    const onStartup: Event<() => void>
    function getURL(path: string): string
    function sendMessage(message: unknown): Promise<unknown>
    function openOptionsPage(): Promise<void>
  }

  namespace storage {
    const local: {
      get(keys: string[]): Promise<Record<string, unknown>>
      set(values: Record<string, unknown>): Promise<void>
    }
    const onChanged: Event<(changes: Record<string, unknown>, area: string) => void>
  }

  namespace permissions {
    function getAll(): Promise<{ origins?: string[] }>
    function request(permissions: { origins: string[] }): Promise<boolean>
    function remove(permissions: { origins: string[] }): Promise<boolean>
    const onAdded: Event<() => void>
    const onRemoved: Event<() => void>
  }

  namespace scripting {
    type Target = { tabId: number; allFrames?: boolean }
    function executeScript(injection: { target: Target; files: string[]; world?: 'MAIN' | 'ISOLATED' }): Promise<unknown>
    function insertCSS(injection: { target: Target; files: string[] }): Promise<void>
    function getRegisteredContentScripts(): Promise<RegisteredContentScript[]>
    function registerContentScripts(scripts: RegisteredContentScript[]): Promise<void>
    function unregisterContentScripts(filter: { ids: string[] }): Promise<void>
  }

  namespace tabs {
    function query(filter: { active: boolean; currentWindow: boolean }): Promise<Tab[]>
    function get(id: number): Promise<Tab>
    function connect(id: number, options: { name: string }): Port
    const onActivated: Event<(tab: { tabId: number; windowId: number }) => void>
    const onUpdated: Event<(id: number, change: { status?: string }) => void>
  }

  namespace action {
    const onClicked: Event<(tab: Tab) => void>
  }

  /** Chrome only. */
  const sidePanel: { open(options: { windowId: number }): Promise<void> } | undefined
  /** Firefox only. */
  const sidebarAction: { open(): Promise<void> } | undefined
}

declare module '*.css' {
  const text: string
  export default text
}
