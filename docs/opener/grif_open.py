#!/usr/bin/env python3
"""Opens and verifies a sealed package (.grifpkg); the format is described in ../package-format.md.

    grif_open.py PACKAGE --key SECRET.hex --sender BODY=PUBLIC.hex --out FOLDER

SECRET.hex holds our X25519 secret key, PUBLIC.hex the sender's Ed25519 public key, 64 hex digits each. Needs
Python 3.9 or later with PyNaCl and cryptography (Debian: python3-nacl, python3-cryptography). FOLDER must not exist;
it appears only when everything has been verified. Whether the number has come before is the reader's to check.
A refusal is printed as `refused: CODE: PLACE` and ends with 1.
"""
import argparse, hashlib, json, os, re, shutil, sys
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import Box, PrivateKey, PublicKey
from nacl.signing import VerifyKey

MEBI, TAG, MAGIC = 1 << 20, 16, b"\x93GRIF\r\n\x1a"
TAGS = ("bagit.txt", "bag-info.txt", "manifest-sha256.txt")
PAYLOAD = re.compile(r"data/(inventory\.json|files/\d{5}\.bin|documents/(letter|inventory|receipt)\.pdf)", re.ASCII)
NAME = re.compile(r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*(/[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*)*")
sha256 = lambda data: hashlib.sha256(data).hexdigest()


class Refused(Exception):
    pass


def need(condition, code, place):
    if not condition:
        raise Refused(f"{code}: {place}")


class Body:
    """The body opened frame by frame; each frame is authenticated in its place before a byte of it is given out."""

    def __init__(self, file, length, key, bound):
        self.nonce, self.left = file.read(7), length - 7
        need(self.left >= TAG, "altered", "frame 0")
        self.file, self.aead, self.bound, self.number, self.held = file, AESGCM(key), bound, 0, memoryview(b"")

    def read(self, count):
        out = bytearray()
        while len(out) < count and (self.held or self.left > 0):
            if not self.held:
                piece = self.file.read(min(MEBI + TAG, self.left))
                self.left -= len(piece)
                nonce = self.nonce + self.number.to_bytes(4, "big") + (b"\0" if self.left else b"\1")
                try:
                    self.held = memoryview(self.aead.decrypt(nonce, piece, self.bound))
                except (InvalidTag, ValueError):
                    raise Refused(f"altered: frame {self.number}")
                need(self.held or self.number == 0, "altered", f"frame {self.number}")
                self.number += 1
            take = self.held[: count - len(out)]
            self.held = self.held[len(take):]
            out += take
        return bytes(out)


def label_of(file, size, senders):
    """Sizes, signature, digest; only then the label is parsed. Answers it, what is bound into the frames, and the body's length."""
    prefix = file.read(152)
    need(prefix and MAGIC.startswith(prefix[:8]), "notAPackage", "prefix")
    need(len(prefix) >= 12, "truncated", "prefix")
    need(prefix[8:12] == b"\0\1\0\1", "newer", "prefix")
    need(len(prefix) == 152, "truncated", "prefix")
    header_length, body_length = int.from_bytes(prefix[12:16], "big"), int.from_bytes(prefix[48:56], "big")
    need(header_length <= 65536 and body_length <= 17 << 30, "tooLarge", "prefix")
    need(size >= 152 + header_length + body_length, "truncated", "file")
    need(size == 152 + header_length + body_length, "altered", "file")
    header = file.read(header_length)
    bodies = [(body, key) for body, key in senders if hashlib.sha256(key).digest() == prefix[16:48]]
    need(bodies, "unknownSender", "prefix")
    try:
        VerifyKey(bodies[0][1]).verify(b"Grif package 1\n" + prefix[:88] + header, prefix[88:])
    except BadSignatureError:
        raise Refused("badSignature: prefix")
    digest = hashlib.sha256()
    while piece := file.read(MEBI):
        digest.update(piece)
    need(digest.digest() == prefix[56:88], "altered", "body")
    label = parse(header, "header")
    need(isinstance(label, dict) and set(label) == {"number", "addressee", "sender", "date", "keys"}, "schema", "header")
    need(label["sender"] in [body for body, _ in bodies], "unknownSender", "header")
    file.seek(152 + header_length)
    return label, prefix[:48] + header, body_length


def parse(data, place):
    try:
        return json.loads(data.decode("utf-8"))
    except ValueError:
        raise Refused(f"schema: {place}")


def content_key(label, secret):
    ours = PrivateKey(secret)
    for sealed in label["keys"]:
        if sealed["fingerprint"] == sha256(bytes(ours.public_key)):
            try:
                ephemeral, nonce, box = (bytes.fromhex(sealed[field]) for field in ("ephemeral", "nonce", "sealed"))
                return Box(ours, PublicKey(ephemeral)).decrypt(box, nonce)
            except (CryptoError, ValueError):
                raise Refused("altered: header.keys")
    raise Refused("notAddressee: header.keys")


def unpack(body, folder):
    """Takes the archive apart into the folder. Answers length and SHA-256 of each file by its path in the bag."""
    sums = {}
    while True:
        head = body.read(512)
        need(len(head) == 512, "schema", "tar end")
        if not any(head):
            break
        name = head[:100].split(b"\0")[0].decode("latin-1")
        need(head[257:265] == b"ustar\x0000", "schema", "tar format")
        need(head[156:158] == b"0\0" and head[345] == 0 and NAME.fullmatch(name), "hostilePath", "tar")
        try:
            size, checksum = (int(head[a:b].rstrip(b"\0 "), 8) for a, b in ((124, 136), (148, 156)))
        except ValueError:
            raise Refused("schema: tar number")
        need(checksum == sum(head[:148]) + 8 * 32 + sum(head[156:]), "schema", "tar checksum")
        path = name[len("package/"):] if name.startswith("package/") else ""
        need(path in TAGS or path == "tagmanifest-sha256.txt" or PAYLOAD.fullmatch(path), "manifestMismatch", "unexpected file")
        need(path not in sums, "manifestMismatch", path)
        need(size <= (2 << 30 if path.endswith((".bin", ".pdf")) else 16 << 20), "tooLarge", path)
        digest, left, target = hashlib.sha256(), size, os.path.join(folder, *path.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "xb") as out:
            while left:
                piece = body.read(min(left, MEBI))
                need(piece, "schema", "tar end")
                digest.update(piece)
                out.write(piece)
                left -= len(piece)
        need(not any(body.read(-size % 512)), "schema", "tar padding")
        sums[path] = (size, digest.hexdigest())
    rest = 0
    while piece := body.read(MEBI):
        need(not any(piece), "schema", "tar end")
        rest += len(piece)
    need(rest >= 512, "schema", "tar end")
    return sums


def check(folder, sums, label):
    """RFC 8493 and the inventory: files, manifests, inventory and label must say the same."""
    need(all(name in sums for name in (*TAGS, "tagmanifest-sha256.txt", "data/inventory.json")), "manifestMismatch", "bag")
    read = lambda path: open(os.path.join(folder, *path.split("/")), "rb").read()
    listed = lambda path: sorted(tuple(line.split("  ", 1)) for line in read(path).decode("ascii", "replace").splitlines())
    payload = {path: values for path, values in sums.items() if path.startswith("data/")}
    need(read("bagit.txt") == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "schema", "bagit.txt")
    need(listed("manifest-sha256.txt") == sorted((s, p) for p, (_, s) in payload.items()), "manifestMismatch", "manifest-sha256.txt")
    need(listed("tagmanifest-sha256.txt") == sorted((sums[p][1], p) for p in TAGS), "manifestMismatch", "tagmanifest-sha256.txt")
    info = read("bag-info.txt").decode("utf-8", "replace").split("\n")
    oxum = f"Payload-Oxum: {sum(size for size, _ in payload.values())}.{len(payload)}"
    need(oxum in info and f"External-Identifier: {label['number']}" in info, "manifestMismatch", "bag-info.txt")
    inventory = parse(read("data/inventory.json"), "inventory")
    try:
        need(inventory["schema"] == "grif-inventory/1", "schema", "inventory.schema")
        same = (inventory["package"], inventory["sender"], inventory["addressee"], inventory["date"])
        files = [f for item in inventory["items"] for f in item["files"]] + inventory["documents"]
        named = sorted((f["path"], f["bytes"], f["sha256"]) for f in files)
    except (KeyError, TypeError):
        raise Refused("schema: inventory")
    need(same == (label["number"], label["sender"], label["addressee"], label["date"]), "manifestMismatch", "inventory")
    del payload["data/inventory.json"]
    need(named == sorted((p, size, s) for p, (size, s) in payload.items()), "manifestMismatch", "inventory.items")
    return inventory


def main():
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("package")
    for option in ("--key", "--sender", "--out"):
        ask.add_argument(option, required=True)
    given = ask.parse_args()
    hex_file = lambda path: bytes.fromhex(open(path, encoding="ascii").read().strip())
    body_code, _, sender_file = given.sender.partition("=")
    quarantine = given.out + ".unverified"
    os.mkdir(quarantine, 0o700)
    try:
        with open(given.package, "rb") as file:
            label, bound, length = label_of(file, os.fstat(file.fileno()).st_size, [(body_code, hex_file(sender_file))])
            sums = unpack(Body(file, length, content_key(label, hex_file(given.key)), bound), quarantine)
        inventory = check(quarantine, sums, label)
        need(not os.path.exists(given.out), "exists", given.out)
        os.rename(quarantine, given.out)
    except Refused as refusal:
        sys.exit(f"refused: {refusal}")
    finally:
        shutil.rmtree(quarantine, ignore_errors=True)
    print(json.dumps(inventory, indent=1))


if __name__ == "__main__":
    main()
