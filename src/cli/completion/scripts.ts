import type { Shell } from './shells.ts';

/**
 * What a shell runs to complete our command lines. Each asks `codex-companion __complete` with the words up to the cursor:
 * its first line says what the shell itself can add (files, directories, nothing), each further one is a word, a
 * tab and what it means. A shell that gets no answer suggests nothing.
 */
export function completionScript(shell: Shell): string {
  return { bash: BASH, zsh: ZSH, fish: FISH }[shell];
}

// Also for the bash 3.2 that macOS has: no mapfile, no negative indices, compopt only where there is one.
const BASH = `# Completion of codex-companion for bash. In ~/.bashrc: eval "$(codex-companion completion bash)"
_codex_companion() {
  local -a words=()
  local word joined='' value before='' line also='' tab=$'\\t' i
  # Readline takes words apart at "=".
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == '=' && \${#words[@]} -gt 0 ]]; then
      words[\${#words[@]}-1]+='='
      joined=yes
    elif [[ -n $joined ]]; then
      words[\${#words[@]}-1]+=$word
      joined=''
    else
      words+=("$word")
    fi
  done
  value=\${words[\${#words[@]}-1]}
  if [[ $value == --*=* && $COMP_WORDBREAKS == *=* ]]; then
    before=\${value%%=*}=
    value=\${value#*=}
  fi
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $also ]]; then
      also=$line
    else
      line=\${line%%"$tab"*}
      COMPREPLY+=("\${line#"$before"}")
    fi
  done < <(command codex-companion __complete -- "\${words[@]}" 2>/dev/null)
  case $also in
    files | directories)
      compopt -o filenames 2>/dev/null
      local kind=-f
      [[ $also == directories ]] && kind=-d
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$kind" -- "$value")
      ;;
  esac
}
complete -F _codex_companion codex-companion
`;

const ZSH = `#compdef codex-companion
# Completion of codex-companion for zsh. In ~/.zshrc, after compinit: eval "$(codex-companion completion zsh)"
_codex-companion() {
  local -a lines found
  local line word about
  lines=("\${(@f)$(command codex-companion __complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  for line in "\${(@)lines[2,-1]}"; do
    word=\${line%%$'\\t'*}
    # In what _describe is given a colon ends the word.
    about=\${line#*$'\\t'}
    found+=("\${word//:/\\\\:}\${about:+:$about}")
  done
  (( \${#found} )) && _describe -V 'codex-companion' found
  case \${lines[1]} in
    files) compset -P '--*='; _files ;;
    directories) compset -P '--*='; _files -/ ;;
  esac
}
if [[ \${funcstack[1]} == _codex-companion ]]; then
  _codex-companion "$@"
else
  compdef _codex-companion codex-companion
fi
`;

const FISH = `# Completion of codex-companion for fish. Once: codex-companion completion fish > ~/.config/fish/completions/codex-companion.fish
function __codex_companion_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l lines (command codex-companion __complete -- $words "$current" 2>/dev/null)
    set -l also $lines[1]
    set -e lines[1]
    for line in $lines
        echo $line
    end
    set -l before (string match -r -- '^--[^=]*=' "$current")
    set -l value (string replace -r -- '^--[^=]*=' '' "$current")
    # Of a command that it does not know fish completes the names of files.
    switch "$also"
        case files
            string replace -r '^' -- "$before" (complete -C "'' $value")
        case directories
            string replace -r '^' -- "$before" (complete -C "'' $value" | string match -r '.*/$')
    end
end
complete -c codex-companion -f -k -a '(__codex_companion_complete)'
`;
