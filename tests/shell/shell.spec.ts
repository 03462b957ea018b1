import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, expect, test } from './fixture.ts';

test.describe('the bridge', () => {
  test('carries a megabyte of Cyrillic there and back unchanged', async ({ page }) => {
    const text = 'Ә"\\\u2028'.repeat(200_000);
    expect(await ask(page, 'echo', text)).toBe(text);
  });

  test('answers a hundred calls at once, each with its own answer', async ({ page }) => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(page, 'echo', n)));
    expect(answers).toEqual(Array.from({ length: 100 }, (_, n) => n));
  });

  test('is all that the page is given, and cannot be replaced', async ({ page }) => {
    const seen = await page.evaluate(() => ({
      keys: Object.keys(window.grif ?? {}).toSorted(),
      node: ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in window),
      doors: Object.getOwnPropertyNames(window).filter((name) => /^(grif|door)./.test(name)),
      replaced: (() => {
        try {
          Object.defineProperty(window, 'grif', { value: 1 });
          return true;
        } catch {
          return false;
        }
      })(),
    }));
    expect(seen).toEqual({ keys: ['call', 'fileToken', 'on'], node: [], doors: [], replaced: false });
  });

  test('brings a signal of main to whoever listens, until he stops', async ({ page }) => {
    await page.evaluate(() => {
      const heard: string[] = [];
      const stop = window.grif?.on('trial', (json) => {
        heard.push(json);
        if (heard.length === 2) stop?.();
      });
      Reflect.set(window, 'heard', heard);
    });
    for (const n of [1, 2, 3]) await ask(page, 'signal', n);
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'heard') as unknown)).toEqual(['1', '2']);
  });

  test('is gone from a frame inside the page', async ({ page }) => {
    const inside = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      await new Promise((settle) => { setTimeout(settle, 50); });
      return { grif: frame.contentWindow !== null && 'grif' in frame.contentWindow, bindings: Object.getOwnPropertyNames(frame.contentWindow ?? {}).filter((name) => /^grif./.test(name)) };
    });
    expect(inside).toEqual({ grif: false, bindings: [] });
  });

  for (const [times, method] of [['', 'reload'], [', also of one that another comes in the way of', 'reloadTwice']]) {
    test(`answers a new page after a reload${times}, and not the old one's questions`, async ({ page }) => {
      await page.evaluate(() => Reflect.set(window, 'before', true));
      await ask(page, String(method), null).catch(() => undefined);
      await expect.poll(() => page.evaluate(() => 'before' in window).catch(() => true)).toBe(false);
      await expect(page.locator('#state')).toHaveText('loaded');
      await expect.poll(() => ask(page, 'echo', 'again').catch(() => undefined)).toBe('again');
    });
  }
});

test.describe('the content security policy', () => {
  test('refuses eval, inline scripts, inline handlers and styles without the nonce', async ({ page }) => {
    const done = await page.evaluate(() => {
      const add = (tag: string, text: string, nonce?: string): void => {
        const element = document.createElement(tag);
        if (nonce !== undefined) element.setAttribute('nonce', nonce);
        element.textContent = text;
        document.head.append(element);
      };
      const heading = document.querySelector('h1');
      const colour = (): string => (heading ? getComputedStyle(heading).color : '');
      add('script', 'window.inline = true');
      add('style', 'h1 { color: rgb(200, 0, 0) }');
      const refused = colour();
      add('style', 'h1 { color: rgb(0, 200, 0) }', document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce);
      const allowed = colour();
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.handler = true');
      image.src = '/none.png';
      document.body.append(image);
      const written = document.createElement('div');
      written.innerHTML = '<p style="color: rgb(9, 9, 9)">x</p>';
      document.body.append(written);
      dispatchEvent(new Event('try-eval'));
      const paragraph = written.querySelector('p');
      return { inline: 'inline' in window, refused, allowed, attribute: paragraph ? getComputedStyle(paragraph).color : '' };
    });
    expect(done).toEqual({ inline: false, refused: 'rgb(1, 2, 3)', allowed: 'rgb(0, 200, 0)', attribute: 'rgb(0, 0, 0)' });
    expect(await page.evaluate(() => 'handler' in window)).toBe(false);
    await expect(page.locator('body')).toHaveAttribute('data-eval', 'EvalError');
    await expect(page.locator('body')).toHaveAttribute('data-wasm', 'CompileError');
  });

  test('lets nothing foreign be fetched, framed, drawn or connected to', async ({ page }) => {
    const foreign = await page.evaluate(async () => {
      const tried = async (what: () => Promise<unknown>): Promise<string> => what().then(() => 'done', () => 'refused');
      const loaded = (tag: 'img' | 'iframe' | 'script', url: string) => tried(() => new Promise((settle, fail) => {
        const element = document.createElement(tag);
        element.addEventListener('load', settle);
        element.addEventListener('error', fail);
        element.setAttribute('src', url);
        document.body.append(element);
      }));
      return {
        fetch: await tried(() => fetch('https://example.invalid/')),
        loopback: await tried(() => fetch('http://127.0.0.1:9/')),
        image: await loaded('img', 'https://example.invalid/x.png'),
        script: await loaded('script', 'https://example.invalid/x.js'),
        socket: await tried(() => new Promise((settle, fail) => {
          const socket = new WebSocket('wss://example.invalid/');
          socket.addEventListener('open', settle);
          socket.addEventListener('error', fail);
        })),
        beacon: navigator.sendBeacon('https://example.invalid/') ? 'sent' : 'refused',
        own: await tried(() => fetch('/page.css').then((answer) => { if (!answer.ok) throw new Error('404'); })),
        climbing: (await fetch('/..%2f..%2fpackage.json')).status,
      };
    });
    expect(foreign).toMatchObject({ fetch: 'refused', loopback: 'refused', image: 'refused', script: 'refused', socket: 'refused', own: 'done', climbing: 404 });
  });

  test('lets a worker of our own origin run', async ({ page }) => {
    const said = await page.evaluate(() => new Promise((settle, fail) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.addEventListener('message', (event) => settle(event.data));
      worker.addEventListener('error', () => fail(new Error('worker')));
      worker.postMessage(20);
    }));
    expect(said).toBe(40);
  });
});

test.describe('the window', () => {
  test('stays where it is when the page is told to go elsewhere', async ({ page }) => {
    const before = page.url();
    for (const url of ['https://example.invalid/', 'file:///etc/passwd', 'data:text/html,x']) {
      await page.evaluate((to) => { location.assign(to); }, url).catch(() => undefined);
    }
    await page.evaluate(() => new Promise((settle) => { setTimeout(settle, 100); }));
    expect(page.url()).toBe(before);
    expect(await ask(page, 'echo', 1)).toBe(1);
  });

  test('has no second window', async ({ page, trial }) => {
    await page.evaluate(() => void window.open('/', '_blank'));
    await expect.poll(() => trial.pages()).toBe(1);
    expect(await ask(page, 'echo', 1)).toBe(1);
  });

  test('grants no permission', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const found: Record<string, string> = {};
      for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'persistent-storage', 'midi'] as PermissionName[]) {
        found[name] = await navigator.permissions.query({ name }).then((status) => status.state, () => 'denied');
      }
      return Object.entries(found).filter(([, state]) => state !== 'denied');
    });
    expect(states).toEqual([]);
  });

  test('downloads nothing', async ({ page, trial }) => {
    const downloaded = page.waitForEvent('download', { timeout: 2_000 }).then(async (item) => (await item.failure()) ?? 'saved', () => 'none');
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['secret']));
      link.download = 'secret.txt';
      link.click();
    });
    expect(await downloaded).not.toBe('saved');
    expect(existsSync(join(trial.dataFolder, 'secret.txt'))).toBe(false);
  });

  test('does not print by itself', async ({ page }) => {
    expect(await page.evaluate(() => window.print())).toBeUndefined();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('h1')).toBeHidden();
  });

  test('carries the title that main gives it', async ({ page }) => {
    await ask(page, 'title', 'Орталық 001');
    await expect(page).toHaveTitle('Орталық 001');
  });
});

test.describe('files and documents', () => {
  test('main finds the file that the officer chose; a file made by a script has no path', async ({ page, trial }) => {
    const path = join(trial.dataFolder, 'Қосымша №1.txt');
    writeFileSync(path, 'fictional');
    await page.setInputFiles('#one', path);
    const tokens = await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#one');
      const chosen = input?.files?.[0];
      return chosen ? [window.grif?.fileToken(chosen), window.grif?.fileToken(new File(['x'], '/etc/passwd'))] : [];
    });
    expect(await ask(page, 'pathOf', tokens[0])).toBe(path);
    expect(await ask(page, 'pathOf', tokens[1])).toBeNull();
    expect(await ask(page, 'pathOf', 'file-99')).toBeNull();
  });

  test('a PDF has the text, and neither a date, nor an engine, nor a title', async ({ page }) => {
    const html = '<!doctype html><html lang="kk"><head><title>Not to be seen (really) >> ></title></head><body><p>Орталық 001 ӘІҢҒҮҰҚӨҺ</p><script>document.body.textContent = "ran"</script></body></html>';
    const first = Buffer.from(String(await ask(page, 'pdf', html)), 'base64');
    const again = Buffer.from(String(await ask(page, 'pdf', html)), 'base64');
    const words = first.toString('latin1');
    expect(words).not.toMatch(/CreationDate|ModDate|Producer|Creator|Mozilla|Chrom|Electron|Not to be seen|\/ID\s*\[/);
    expect(first.equals(again)).toBe(true);
    test.skip(spawnSync('pdftotext', ['-v']).error !== undefined, 'pdftotext is not installed');
    expect(spawnSync('pdftotext', ['-', '-'], { input: first, encoding: 'utf8' }).stdout).toContain('Орталық 001 ӘІҢҒҮҰҚӨҺ');
    expect(spawnSync('pdfinfo', ['-'], { input: first, encoding: 'utf8' }).stdout).not.toMatch(/Title|Creat|Producer|Mod/);
  });
});

test.describe('when things end', () => {
  test('a killed renderer is replaced by a new one that works', async ({ page, trial }) => {
    await page.goto('chrome://crash').catch(() => undefined);
    await expect.poll(async () => {
      try {
        return await ask(await trial.page(), 'echo', 'back');
      } catch {
        return undefined;
      }
    }, { timeout: 15_000 }).toBe('back');
  });

  test('a second start on the same data is refused and leaves the first alone', async ({ page, trial }) => {
    expect(await trial.second()).not.toBe('started');
    expect(trial.pages()).toBe(1);
    expect(await ask(page, 'echo', 1)).toBe(1);
  });

  test('closing the window ends the program', async ({ page, trial }) => {
    await page.close();
    await trial.closed();
  });
});
