"""Run the built wheel in an empty environment with the network refused: `python bench/wheel.py --uv .bootstrap/bin/uv`.

The environment is made from the lock file, without the developers' tools. A `sitecustomize` in it refuses every connection and
name look-up; the run must compare an example and check its ledger all the same.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REFUSE = """
import socket
def refuse(*args, **kwargs):
    raise OSError("the network is refused in this environment")
for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
"""


def run(*command: str, cwd: Path) -> str:
    """Run a command, show what it printed if it fails, and return its output."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def main() -> None:
    """Install the newest wheel of dist/ and use it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uv", default="uv")
    args = parser.parse_args()
    uv = str(Path(args.uv).resolve()) if "/" in args.uv else args.uv
    wheel = max((ROOT / "dist").glob("rashomon-*.whl"), key=lambda path: path.stat().st_mtime)
    example = ROOT / "examples/pair/reports"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(uv, "venv", "--quiet", "--python", sys.executable, "env", cwd=folder)
        python = folder / "env/bin/python"
        locked = folder / "locked.txt"
        locked.write_text(run(uv, "export", "--quiet", "--frozen", "--no-dev", "--no-emit-project", cwd=ROOT), encoding="utf-8")
        run(uv, "pip", "install", "--quiet", "--python", str(python), "-r", str(locked), cwd=folder)
        run(uv, "pip", "install", "--quiet", "--no-deps", "--python", str(python), str(wheel), cwd=folder)
        site = Path(run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
        (site / "sitecustomize.py").write_text(REFUSE, encoding="utf-8")
        command = str(folder / "env/bin/rashomon")
        print(run(command, "compare", str(example), "--out", str(folder / "out"), cwd=folder))
        print(run(command, "check", str(folder / "out/ledger.json"), cwd=folder))
        refused = run(
            str(python),
            "-c",
            "import socket\ntry: socket.create_connection(('localhost', 1))\nexcept OSError as e: print(e)",
            cwd=folder,
        )
        if "refused in this environment" not in refused:
            raise SystemExit("the network was not refused: this run proves nothing")
    print(f"{wheel.name} ({wheel.stat().st_size / 1e6:.1f} MB) runs in an empty environment without a network")


if __name__ == "__main__":
    main()
