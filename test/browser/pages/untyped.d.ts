/** Packages without types of their own. */
declare module '*.css'
declare module 'react' {
  export function createElement(component: unknown, properties: object): unknown
}
declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(element: unknown): void }
}
