import { SECURITY_HEADERS } from './policy.ts';
import { MIME } from './serve.ts';

/** Types by content, each with its file endings, as nginx writes them. */
function typeLines(): string {
  const endings = new Map<string, string[]>();
  for (const [ending, type] of Object.entries(MIME)) {
    const [plain = type] = type.split(';');
    endings.set(plain, [...(endings.get(plain) ?? []), ending.slice(1)]);
  }
  return [...endings].map(([type, list]) => `    ${type} ${list.join(' ')};`).join('\n');
}

function headerLines(): string {
  return Object.entries(SECURITY_HEADERS)
    .map(([name, value]) => `    add_header ${name} "${value}" always;`)
    .join('\n');
}

/**
 * A complete nginx.conf for a release: the headers of the program's own server on every response, its types, and the
 * compressed files that the release holds. Headers stand in one block only: nginx drops those of a server wherever a
 * location adds one.
 */
export function nginxConfig(): string {
  return `# Peta Sasaran: nginx -p "$PWD" -c nginx.conf, in this folder; or copy the server block into your own.
worker_processes 1;
pid nginx.pid;
error_log stderr;
events {
}
http {
  access_log off;
  types {
${typeLines()}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/css text/csv text/javascript text/plain;
  map $uri $keeping {
    default no-cache;
    ~^/assets/ "public, max-age=31536000, immutable";
  }
  server {
    listen 127.0.0.1:8080;
    root situs;
    index index.html;
    gzip_static on;
    # With ngx_brotli: brotli_static on;
${headerLines()}
    add_header cache-control $keeping always;
    location ~ /\\. {
      return 404;
    }
    location / {
      limit_except GET {
        deny all;
      }
      try_files $uri $uri/ =404;
    }
  }
}
`;
}
