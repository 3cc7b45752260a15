-- Run inside `nvim --headless`: attaches the server, prints the diagnostics, applies the first quick fix and writes the file.
local function run()
  local command = vim.fn.json_decode(vim.env.MEDLINT_COMMAND)
  vim.cmd('edit ' .. vim.env.MEDLINT_POST)
  local client = vim.lsp.start_client({ name = 'medlint', cmd = command, root_dir = vim.fn.getcwd() })
  vim.bo.filetype = 'markdown'
  vim.lsp.buf_attach_client(0, client)
  vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 50)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    print(string.format('%d:%d-%d %s', each.lnum, each.col, each.end_col, each.message))
  end
  local range = { start = { line = 2, character = 18 }, ['end'] = { line = 2, character = 18 } }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = range,
    context = { diagnostics = {} },
  }, 5000)
  local action = answers[client].result[1]
  print('action ' .. action.title)
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  vim.cmd('write')
end

local ok, problem = pcall(run)
if not ok then print(problem) end
vim.cmd('qall!')
