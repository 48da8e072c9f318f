"""Measures a running service beside pgbench and nginx on the same machine in the same run.

Absolute figures move from machine to machine; the ratios are what counts. Nothing is asserted here.
"""

import argparse
import os
import pathlib
import platform
import re
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVENTS = """
INSERT INTO events (id, calendar_uid, host_library_id, title, kind, summary, description, starts_at, ends_at,
                    attendance, venue_name, venue_city, venue_municipality_code, capacity, seats_any, status,
                    published_at, invitation_scope, invitation_state, invitation_published_at)
SELECT id, id || '@samlyft.example', host_library_id, 'Mätning ' || number, 'lecture', 'En dag om digital kompetens.',
       repeat('Vi går igenom grunderna och övar tillsammans. ', 8),
       date_trunc('hour', now()) + number * interval '1 hour',
       date_trunc('hour', now()) + (number + 2) * interval '1 hour',
       'onsite', 'Stadsbiblioteket', 'Lund', '1281', 60, 60, 'published', now(), 'all', 'published', now()
  FROM (SELECT gen_random_uuid() AS id, number FROM generate_series(1, {count}) AS number) AS made,
       (SELECT id AS host_library_id FROM libraries WHERE municipality_code = '1281' AND kind = 'public') AS host;
"""


def sql(text):
    command = ["psql", "-XqtA", "-v", "ON_ERROR_STOP=1", "-d", os.environ["SAMLYFT_DATABASE_CONNECTION"], "-c", text]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def only_events(count):
    """Leaves exactly `count` events in the feed. The history of the demo data is outside its window or removed."""
    sql("UPDATE events SET status = 'draft', published_at = NULL, cancelled_at = NULL, cancellation_reason = NULL"
        " WHERE status <> 'draft'"
        " AND id NOT IN (SELECT event_id FROM conditions)")
    sql(EVENTS.format(count=count - int(sql("SELECT count(*) FROM events WHERE status = 'published'"))))


class Service:
    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}"
        self.token = os.environ["SAMLYFT_BENCHMARK_TOKEN"]

    def get(self, path):
        with urllib.request.urlopen(self.address + path) as answer:
            return answer.read(), answer.headers

    def cpu(self):
        """Seconds of processor time that the service has used."""
        stat = pathlib.Path(f"/proc/{os.environ['SAMLYFT_BENCHMARK_PID']}/stat").read_text().rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")

    def rss(self):
        status = pathlib.Path(f"/proc/{os.environ['SAMLYFT_BENCHMARK_PID']}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def idle(seconds=2):
    """The share of the processors that nobody uses while nothing is measured: how quiet the machine is."""
    def read():
        times = [int(number) for number in pathlib.Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
        return times[3] + times[4], sum(times)
    before = read()
    time.sleep(seconds)
    after = read()
    return (after[0] - before[0]) / (after[1] - before[1])


def wrk(url, connections, seconds, headers=(), script=None):
    """Requests a second, p50 and p99 in milliseconds."""
    command = ["wrk", f"-t{min(2, connections)}", f"-c{connections}", f"-d{seconds}s", "--latency", url]
    if script:
        command += ["-s", str(script)]
    for header in headers:
        command += ["-H", header]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if "Non-2xx or 3xx" in output or "Socket errors" in output:
        raise SystemExit(f"{url} failed under load:\n{output}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
    return rate, milliseconds(output, "50%"), milliseconds(output, "99%")


def milliseconds(output, percentile):
    number, unit = re.search(rf"{percentile}\s+([\d.]+)(us|ms|s)", output).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def pgbench(data, event, clients, seconds):
    """Prepared SELECTs a second of the same row with the same columns."""
    queries = (ROOT / "SQL/Queries/Events.sql").read_text()
    columns = re.search(r"-- columns: event\n(?:--[^\n]*\n)*(.*?)\n\n", queries, re.S)[1]
    query = re.search(r"-- name: get\n(?:--[^\n]*\n)*(.*?);", queries, re.S)[1]
    query = query.replace(":event_columns", columns).replace(":id", f"'{event}'")
    sql(query)
    script = data / "select.sql"
    script.write_text(query + ";\n")
    connection = os.environ["SAMLYFT_DATABASE_CONNECTION"]
    command = ["pgbench", "-n", "-M", "prepared", "-f", str(script), "-c", str(clients), "-j", "2", "-T", str(seconds),
               connection]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(re.search(r"tps = ([\d.]+)", output)[1])


def nginx(data, body, port):
    """Serves one file from memory-mapped disk cache, as a web server at its best does."""
    folder = data / "nginx"
    folder.mkdir(exist_ok=True)
    (folder / "kalender.ics").write_bytes(body)
    user = "user root; " if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(f"""
{user}worker_processes 2; pid {folder}/pid; error_log {folder}/error.log; daemon off;
events {{ worker_connections 1024; }}
http {{ access_log {folder}/access.log; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=10;
  server {{ listen 127.0.0.1:{port}; root {folder}; types {{ text/calendar ics; }} }} }}
""")
    process = subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)],
                               stderr=subprocess.DEVNULL)
    time.sleep(1)
    return process


def measure_events(service, data, seconds, rows):
    event = sql("SELECT id FROM events WHERE status = 'published' ORDER BY starts_at DESC LIMIT 1")
    url = f"{service.address}/api/v1/events/{event}"
    select = pgbench(data, event, 32, seconds)
    rows.append(("pgbench, the same prepared SELECT, 32 clients", f"{select:,.0f}/s", "", ""))
    token = (f"Authorization: Bearer {service.token}",)
    for connections in (1, 16, 64, 256):
        for name, headers in (("", ()), (", with a token", token)):
            floor = {64: "0.45; p99 6 ms", 256: "p99 20 ms"}.get(connections, "")
            rows.append(measured(service, f"GET one event, {connections} connections{name}", select, floor,
                                 wrk_arguments=(url, connections, seconds, headers)))
    script = random_events(data)
    for name, headers in (("", ()), (", with a token", token)):
        rows.append(measured(service, f"GET any of 500 events, 64 connections{name}", select, "",
                             wrk_arguments=(service.address, 64, seconds, headers, script)))
    rows.append(("resident memory after 256 connections", f"{service.rss():.0f} MB", "", "64 MB"))


def measured(service, name, select, floor, wrk_arguments):
    before = service.cpu()
    rate, half, most = wrk(*wrk_arguments)
    used = (service.cpu() - before) / (rate * wrk_arguments[2]) * 1_000_000
    return (name, f"{rate:,.0f}/s, p50 {half:.2f} ms, p99 {most:.2f} ms; {used:.0f} µs of processor",
            f"{rate / select:.2f} of pgbench", floor)


def random_events(data):
    """Asks for one of 500 events at a time, so that few who ask at once ask for the same."""
    only_events(500)
    ids = sql("SELECT id FROM events WHERE status = 'published' LIMIT 500").splitlines()
    script = data / "events.lua"
    paths = ", ".join(f'"/api/v1/events/{identity}"' for identity in ids)
    script.write_text(f"local paths = {{{paths}}}\nmath.randomseed(1)\n"
                      "request = function() return wrk.format('GET', paths[math.random(#paths)]) end\n")
    return script


def measure_feed(service, data, seconds, rows):
    only_events(500)
    body, headers = service.get("/kalender.ics")
    count = body.count(b"BEGIN:VEVENT")
    peer = nginx(data, body, 18081)
    try:
        own, *_ = wrk(f"{service.address}/kalender.ics", 16, seconds)
        other, *_ = wrk("http://127.0.0.1:18081/kalender.ics", 16, seconds)
        rows.append((f"feed of {count} events, {len(body):,} bytes, 16 connections",
                     f"{own:,.0f}/s; nginx {other:,.0f}/s", f"{own / other:.2f} of nginx", "0.80"))
        with urllib.request.urlopen("http://127.0.0.1:18081/kalender.ics") as answer:
            tag = answer.headers["ETag"]
        own, *_ = wrk(f"{service.address}/kalender.ics", 64, seconds, (f"If-None-Match: {headers['ETag']}",))
        other, *_ = wrk("http://127.0.0.1:18081/kalender.ics", 64, seconds, (f"If-None-Match: {tag}",))
        rows.append(("304 of the feed, 64 connections", f"{own:,.0f}/s; nginx {other:,.0f}/s",
                     f"{own / other:.2f} of nginx", "0.35"))
    finally:
        peer.terminate()
        peer.wait()


def measure_cold_feed(service, rows):
    for count, floor in ((500, ""), (5000, "")):
        only_events(count)
        times = []
        for _ in range(5):
            sql("UPDATE calendar_stamp SET version = version + 1")
            began = time.perf_counter()
            service.get("/kalender.ics")
            times.append((time.perf_counter() - began) * 1000)
        rows.append((f"first feed of {count:,} events after a change, database included",
                     f"{sorted(times)[2]:.0f} ms", "", floor))


def measure_rendering(program, rows):
    for line in subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines():
        name, figure, floor = line.split("\t")
        rows.append((name, figure, "", floor))


def write(rows, arguments, quiet):
    machine = next(line.split(":")[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
                   if line.startswith("model name"))
    server = sql("SHOW server_version")
    lines = [f"Measured {time.strftime('%Y-%m-%d')} on {os.cpu_count()} cores of {machine}, Linux {platform.release()},"
             f" PostgreSQL {server} over a unix socket with fsync on; service, database and load share the cores."
             f" Command: `Tests/Benchmarks/run --seconds {arguments.seconds}`. Before and after, {quiet:.0%} of the"
             " processors were idle.", "",
             "| What | Figure | Ratio | Floor |", "|---|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    page = ROOT / "docs/benchmarks.md"
    text = page.read_text()
    begin, end = "<!-- figures -->", "<!-- end of figures -->"
    head, rest = text.split(begin)
    page.write_text(head + begin + "\n\n" + "\n".join(lines) + "\n\n" + end + rest.split(end)[1])
    print("\n".join(lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--rendering", required=True)
    parser.add_argument("--seconds", type=int, default=8)
    arguments = parser.parse_args()
    service = Service(arguments.port)
    quiet = idle()
    rows = []
    measure_events(service, arguments.data, arguments.seconds, rows)
    measure_feed(service, arguments.data, arguments.seconds, rows)
    measure_cold_feed(service, rows)
    measure_rendering(arguments.rendering, rows)
    write(rows, arguments, (quiet + idle()) / 2)


main()
