/** The manifests of the extension: one source, since Chrome and Firefox name the side panel and the background differently. */

const PANEL = 'panel.html'
const ICONS = { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' }

/**
 * @param {'chrome' | 'firefox'} browser
 * @param {string} version
 * @param {string[]} testSites patterns that are granted without a question; of test builds only
 */
export function manifestFor(browser, version, testSites = []) {
  const common = {
    manifest_version: 3,
    name: 'medlint',
    version,
    description:
      'Checks health content while you write it: claims, references, doses, readability. The text stays on your computer.',
    icons: ICONS,
    action: { default_title: 'Check this page with medlint', default_icon: ICONS },
    permissions: ['activeTab', 'scripting', 'storage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(testSites.length > 0 ? { host_permissions: testSites } : {}),
    options_ui: { page: 'options.html', open_in_tab: true },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  }
  if (browser === 'firefox') {
    return {
      ...common,
      background: { scripts: ['worker.js'], type: 'module' },
      sidebar_action: { default_panel: PANEL, default_title: 'medlint', default_icon: ICONS, open_at_install: false },
      browser_specific_settings: {
        gecko: {
          id: '{6f1c9a52-3b7e-4d0a-9c58-2e41b8d7f603}',
          // The first with the CSS Custom Highlight API.
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }
  }
  return {
    ...common,
    minimum_chrome_version: '116',
    permissions: [...common.permissions, 'sidePanel'],
    background: { service_worker: 'worker.js', type: 'module' },
    side_panel: { default_path: PANEL },
  }
}
