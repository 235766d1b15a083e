#!/bin/bash
# A small internet of real name servers, each on an address of its own in the network namespace that this runs in.
# It writes below the folder $1 only, and ends all that it started when it ends.
#   10.60.0.1   BIND, the authority for ".", "test." (signed) and "broken.test." (its signature is not good); 10.60.1.1 the same
#   10.60.0.10  unbound, honest, checks signatures; also 10.60.1.53, "the public resolver", which alone knows id.test
#   10.60.0.11  dnsmasq, honest             10.60.0.12  dnsmasq, forges everything       10.60.0.13  dnsmasq, forges bank.test
#   10.60.0.14  BIND, has addresses for what is not there    10.60.0.15  unbound, RPZ: phish.test is not there
#   10.60.0.16  dnsmasq, a page for phish.test   10.60.0.17  silent   10.60.0.18  refuses everybody   10.60.0.20  unbound, no checks
#   10.60.0.21  unbound, forges IPv6 addresses of bank.test only    10.60.0.22  unbound, 0.0.0.0 for phish.test
#   10.60.0.23  unbound, refuses phish.test    10.60.0.24  unbound, blocks phish.test and all that is asked for
#   10.60.0.25  unbound, a company's: its own names only    10.60.0.26  dnsmasq, honest, by TCP only
#   10.60.0.27  dnsmasq, a page for phish.test and for www.test, too
set -eu
run=$1; mkdir -p "$run"; cd "$run"
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
trap 'exit 0' TERM INT

soa='$TTL 60
@ IN SOA ns.test. admin.test. 1 3600 600 86400 60
@ IN NS ns.test.'
printf '%s\nns.test. A 10.60.0.1\ntest. NS ns.test.\n' "$soa" >root.zone
printf '%s\nns A 10.60.0.1\nwww A 10.60.0.80\nwww AAAA fd60::80\nbank A 10.60.0.81\nbank AAAA fd60::81\nphish A 10.60.0.82\nbroken NS ns.test.\n' "$soa" >test.zone
printf '%s\nwww A 10.60.0.83\n' "$soa" >broken.zone
sign() {
  dnssec-keygen -q -a ECDSAP256SHA256 -f KSK "$1" >/dev/null; dnssec-keygen -q -a ECDSAP256SHA256 "$1" >/dev/null
  dnssec-signzone -q -S -K . -o "$1" -x "$2" >/dev/null 2>&1
}
# The parent holds the digest of another key than the one that signs.
other=$(dnssec-keygen -q -a ECDSAP256SHA256 -f KSK broken.test); dnssec-dsfromkey -2 "$other" >>test.zone; rm -f "$other".*
sign broken.test broken.zone; sign test test.zone
cat dsset-test. >>root.zone; sign . root.zone
grep -h ' 257 ' K.+*.key | sed 's/^\. .*DNSKEY/. IN DNSKEY/' >anchor.key
printf '. NS ns.test.\nns.test. A 10.60.0.1\n' >hints
chmod -R a+rX .

for i in 1 10 11 12 13 14 15 16 17 18 20 21 22 23 24 25 26 27; do ip addr add 10.60.0.$i/24 dev eth0 nodad 2>/dev/null || ip addr add 10.60.0.$i/24 dev eth0; done
ip addr add 10.60.1.1/32 dev lo; ip addr add 10.60.1.53/32 dev lo

unb() {
  local ip=$1; shift; mkdir -p "u$ip"
  { printf 'server:\n do-daemonize: no\n num-threads: 1\n username: ""\n chroot: ""\n directory: "%s"\n pidfile: ""\n use-syslog: no\n logfile: ""\n interface: 10.60.0.%s\n access-control: 0.0.0.0/0 allow\n do-not-query-localhost: no\n qname-minimisation: no\n local-zone: "test." nodefault\n root-hints: "%s/hints"\n ede: yes\n' "$run/u$ip" "$ip" "$run"
    printf '%s\n' "$@"; printf 'remote-control:\n control-enable: no\n'; } >"u$ip.conf"
  unbound -d -c "$run/u$ip.conf" >/dev/null 2>&1 &
}
dmq() {
  local ip=$1; shift
  dnsmasq --keep-in-foreground --conf-file=/dev/null --no-hosts --no-resolv --bind-interfaces --except-interface=lo --listen-address="10.60.0.$ip" --pid-file= --user=root --cache-size=0 "$@" >/dev/null 2>&1 &
}
bnd() {
  local ip=$1; mkdir -p "b$ip"
  printf 'options { directory "%s"; listen-on { 10.60.0.%s; %s }; listen-on-v6 { none; }; pid-file none; session-keyfile none; managed-keys-directory "%s"; %s };\ncontrols { };\n%s\n' "$run/b$ip" "$ip" "$2" "$run/b$ip" "$3" "$4" >"b$ip.conf"
  named -g -c "$run/b$ip.conf" >/dev/null 2>&1 &
}
anchor=" trust-anchor-file: \"$run/anchor.key\""
plain=' module-config: "iterator"'
bnd 1 '10.60.1.1;' 'recursion no;' "zone \".\" { type primary; file \"$run/root.zone.signed\"; }; zone \"test\" { type primary; file \"$run/test.zone.signed\"; }; zone \"broken.test\" { type primary; file \"$run/broken.zone.signed\"; };"
unb 10 "$anchor" ' interface: 10.60.1.53' ' local-data: "id.test. TXT ours"'
unb 20 "$plain"
dmq 11 --server=10.60.0.20
dmq 12 --address=/#/10.60.0.99 --address=/#/fd60::99
dmq 13 --server=10.60.0.20 --address=/bank.test/10.60.0.99
printf '$TTL 60\n@ IN SOA ns.test. a. 1 1 1 1 1\n@ IN NS ns.test.\n* A 10.60.0.99\n' >redirect.zone
bnd 14 '' 'recursion yes; allow-recursion { any; }; dnssec-validation no; qname-minimization off;' "zone \".\" { type hint; file \"$run/hints\"; }; zone \".\" { type redirect; file \"$run/redirect.zone\"; };"
printf '$TTL 60\n@ SOA a b 1 1 1 1 1\n@ NS a\nphish.test CNAME .\n' >rpz.zone
unb 15 "$anchor" ' module-config: "respip validator iterator"' 'rpz:' ' name: rpz.test' " zonefile: \"$run/rpz.zone\""
dmq 16 --server=10.60.0.20 --address=/phish.test/10.60.0.99
unb 18 "$plain" ' access-control: 10.60.0.0/24 refuse'
unb 21 "$plain" ' local-zone: "bank.test." typetransparent' ' local-data: "bank.test. AAAA fd60::99"'
unb 22 "$plain" ' local-zone: "phish.test." redirect' ' local-data: "phish.test. A 0.0.0.0"'
unb 23 "$plain" ' local-zone: "phish.test." always_refuse'
unb 24 "$plain" ' local-zone: "phish.test." always_nxdomain' ' local-zone: "www.test." always_nxdomain' ' local-zone: "bank.test." always_null'
unb 25 "$plain" ' local-zone: "." always_refuse'
dmq 26 --server=10.60.0.20
dmq 27 --server=10.60.0.20 --address=/phish.test/10.60.0.99 --address=/www.test/10.60.0.99
nft add table ip lab
nft add chain ip lab i '{ type filter hook input priority 0; }'
nft add chain ip lab p '{ type nat hook prerouting priority -100; }'
nft add rule ip lab i ip daddr 10.60.0.17 drop
nft add rule ip lab i ip daddr 10.60.0.26 udp dport 53 drop
wait
