#!/usr/bin/env python3
"""Checks an exported journal (grif-journal-*.jsonl) without any key; the form is described in ../vault-format.md.

    grif_verify.py JOURNAL [--code FORTY-DIGITS]...

Numbers, hashes, every signature by the key under which its officer was enrolled, who could enrol and disable whom, each head
signed at a lock or on a day, what each act says against its digest, and the end. `--code` is that of a printed head
(sheet "Head of the journal", blanks allowed): the journal must hold that act. Python 3.9 or later and nothing else; with
the module cryptography or PyNaCl it is faster. Prints a line of JSON and ends with 0, or `broken: REASON: act N` and 1.
"""
import argparse, hashlib, json, re, sys

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
sha256 = lambda text: hashlib.sha256(text.encode("utf-8")).hexdigest()


def add(a, b):  # RFC 8032, 5.1.4: extended homogeneous coordinates
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    m, n = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * D * t1 * t2 % P, 2 * z1 * z2 % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(s, a):
    r = (0, 1, 1, 0)
    while s > 0:
        if s & 1:
            r = add(r, a)
        a, s = add(a, a), s >> 1
    return r


def point(raw):
    y, sign = int.from_bytes(raw, "little") & (2**255 - 1), raw[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    x = x if (x * x - x2) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def plainly(key, message, signature):
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    (x1, y1, z1, _), (x2, y2, z2, _) = times(s, BASE), add(r, times(h, a))
    return (x1 * z2 - x2 * z1) % P == 0 and (y1 * z2 - y2 * z1) % P == 0


def quickly():
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        def check(key, message, signature):
            try:
                Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
                return True
            except (InvalidSignature, ValueError):
                return False
    except ImportError:
        try:
            from nacl.exceptions import BadSignatureError
            from nacl.signing import VerifyKey
        except ImportError:
            return plainly

        def check(key, message, signature):
            try:
                VerifyKey(key).verify(message, signature)
                return True
            except (BadSignatureError, ValueError):
                return False
    return check


class Broken(Exception):
    pass


def need(condition, reason):
    if not condition:
        raise Broken(reason)


def canonical(value):  # RFC 8785 for what a journal holds: no numbers but integers
    if isinstance(value, dict):
        keys = sorted(value, key=lambda one: one.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


OUTSIDE = ("seq", "at", "officer", "second", "workstation", "digest", "prev")
KEEPERS = ("director", "security", "administrator")
OF_TWO = {"body.keysRecorded": (("director", "security"), ("director", "registrar", "security")), "backup.restored": (KEEPERS, KEEPERS), "recovery.arranged": (("director",), ("security",))}
RECOVERY = "*recovery"


def verify(lines, codes, signed):
    """Facts of a journal that holds; raises Broken, and `at` tells where."""
    members, deputies, hashes, at, end, heads, withheld, vault, recovery = {}, {}, {}, 0, None, 0, 0, None, None

    def by(officer, label, text, signature):
        need(re.fullmatch("[0-9a-f]{128}", str(signature)), "signature")
        return signed(bytes.fromhex((recovery if officer == RECOVERY else members[officer])["key"]), (label + text).encode(), bytes.fromhex(signature))

    try:
        for text in lines:
            if text.strip() == "":
                continue
            need(end is None, "end")
            line = json.loads(text)
            if "end" in line:
                end = line
                continue
            need(line["seq"] == at + 1, "gap")
            first, said = at == 0, line["said"]
            need(first or line["prev"] == hashes[at], "previous")
            if first:
                hashes[0] = line["prev"]
            need(line["hash"] == sha256(line["prev"] + canonical({name: line[name] for name in OUTSIDE})), "hash")
            body = None if said is None else said["body"]
            if said is None:
                withheld += 1
            else:
                need(all(part["hash"] in said["leaves"] for part in body["held"]), "body")
                need(line["digest"] == sha256(sha256(said["salt"] + canonical(body)) + "".join(said["leaves"])), "body")
            done = body is not None and body["result"] == "done"
            kind, opened = (body["kind"], body["open"]) if done else (None, None)
            who = line["officer"]
            if first:
                need(kind == "officer.enrolled" and opened["id"] == who and opened["role"] == "director", "unknownOfficer")
                members[who] = {"key": opened["signPublic"], "role": opened["role"], "active": True}
            need(recovery is not None if who == RECOVERY else who in members, "unknownOfficer")
            signer = recovery if who == RECOVERY else members[who]
            need(by(who, "grif-1/act/", line["hash"], line["signature"]), "signature")
            need(signer["active"], "disabledOfficer")
            other, pair = line["second"], OF_TWO.get(kind)
            need((other is None) == (line["cosignature"] is None) and (pair is None or other is not None), "second")
            if other is not None:
                need(other in members and other != who and members[other]["active"], "second")
                need(by(other, "grif-1/second/", line["hash"], line["cosignature"]), "second")
                need(pair is None or (signer["role"] in pair[0] and members[other]["role"] in pair[1]), "second")
            if who == RECOVERY or kind == "recovery.opened":
                need(who == RECOVERY and recovers(recovery, line["seq"], kind, opened), "notTheDirector")
                recovery["last"] = line["seq"]
            else:
                need(first or entitled(members, deputies, who, line["at"][:10], kind, opened), "notTheDirector")
            if kind == "officer.enrolled" and not first:
                need(opened["id"] not in members, "unknownOfficer")
                members[opened["id"]] = {"key": opened["signPublic"], "role": opened["role"], "active": True}
            elif kind == "officer.disabled":
                members[opened["id"]]["active"] = False
            elif kind == "deputy.recorded":
                deputies[opened["id"]] = opened
            elif kind == "deputy.ended":
                deputies.pop(opened["id"], None)
            elif kind == "recovery.arranged":
                recovery = {"id": opened["id"], "key": opened["signPublic"], "role": "director", "active": True, "threshold": opened["threshold"], "holders": len(opened["holders"]), "last": None}
            if kind == "vault.created":
                vault = opened["vault"]
                need(hashes[0] == sha256("grif-1/vault/" + vault), "vault")
            head = opened if kind == "journal.headSigned" else opened.get("head") if kind == "session.locked" else None
            if head is not None:
                need(head["hash"] == hashes.get(head["seq"]), "head")
                said_of = {"at": head["at"], "hash": head["hash"], "officer": who, "seq": head["seq"], "suite": "grif-1", "vault": vault}
                need(by(who, "grif-1/head/", canonical(said_of), head["signature"]), "head")
                heads += 1
            at = line["seq"]
            hashes[at] = line["hash"]
        need(end is not None and at > 0, "end")
        told = end["end"]
        need(told["acts"] == at and told["head"] == hashes[at] and hashes[0] == sha256("grif-1/vault/" + told["vault"]) and told["officer"] in members, "end")
        need(by(told["officer"], "grif-1/export/", canonical(told), end["signature"]), "end")
        for code in codes:
            need(on_paper(code, hashes, at), "paper")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Broken("malformed", at + 1) from error
    except Broken as broken:
        raise Broken(broken.args[0], at + 1) from broken
    return {"vault": told["vault"], "acts": at, "head": hashes[at], "signedHeads": heads, "withheld": withheld, "officers": len(members), "printedHeads": len(codes)}


def recovers(recovery, seq, kind, opened):
    """The key of a recovery: that it was opened, with its sheets; then at once the new director, his grant and the closing of the old account; then nothing more."""
    if recovery["last"] is not None:
        return seq == recovery["last"] + 1 and kind in ("officer.enrolled", "grant.issued", "officer.disabled")
    sheets = set(opened["sheets"]) if kind == "recovery.opened" else set()
    return kind == "recovery.opened" and opened["id"] == recovery["id"] and len(sheets) == len(opened["sheets"]) >= recovery["threshold"] and all(1 <= one <= recovery["holders"] for one in sheets)


def entitled(members, deputies, who, date, kind, opened):
    """Accounts: the director, and the administrator of those who sign no grant. Grants: the director or who replaces him that day, never for himself."""
    role, kept = members[who]["role"], None
    if kind == "officer.enrolled":
        kept = opened["role"]
    elif kind == "officer.disabled":
        kept = members[opened["id"]]["role"]
    if kept is not None:
        return role == "director" or (role == "administrator" and kept not in ("director", "administrator"))
    if kind in ("deputy.recorded", "deputy.ended"):
        return role == "director"
    official = opened["grant"]["officer"] if kind == "vault.created" and "grant" in opened else opened["officer"] if kind in ("grant.issued", "grant.revoked") else None
    if official is None or role == "director":
        return True
    replaces = any(one["officer"] == who and one["from"] <= date <= one["to"] for one in deputies.values())
    return official != who and role in ("registrar", "analyst") and replaces


def on_paper(code, hashes, acts):
    """Ten digits of the number, twenty-eight of the first 92 bits of the hash, two that check them (ISO 7064, mod 97-10)."""
    digits = re.sub(r"[\s-]", "", code)
    need(re.fullmatch("[0-9]{40}", digits) and int(digits) % 97 == 1, "code")
    seq, start = int(digits[:10]), int(digits[10:38])
    return 1 <= seq <= acts and int(hashes[seq][:23], 16) == start


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("journal")
    words.add_argument("--code", action="append", default=[])
    words.add_argument("--plain", action="store_true", help="no module but Python's own")
    given = words.parse_args()
    try:
        with open(given.journal, encoding="utf-8") as lines:
            print(json.dumps(verify(lines, given.code, plainly if given.plain else quickly())))
    except Broken as broken:
        print(f"broken: {broken.args[0]}: act {broken.args[1]}", file=sys.stderr)
        sys.exit(1)
    except (OSError, UnicodeDecodeError) as error:
        print(f"broken: unreadable: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
