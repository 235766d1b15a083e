#!/bin/bash
# A hotel: its gateway (10.40.0.1), a site behind it (192.0.2.80, every name below test.), portals and somebody who ends TLS, all in
# the network namespace that this runs in. It writes below the folder $1 only, and ends all that it started when it ends.
set -eu
run=$1; here=$(dirname "$0"); mkdir -p "$run"; cd "$run"
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
trap 'exit 0' TERM INT
for ca in site evil; do
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $ca-ca.key -out $ca-ca.pem -days 30 -subj "/CN=$ca CA" 2>/dev/null
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout $ca.key -out $ca.csr -subj /CN=site.test 2>/dev/null
  openssl x509 -req -in $ca.csr -CA $ca-ca.pem -CAkey $ca-ca.key -days 30 -out $ca.pem -extfile <(echo 'subjectAltName=DNS:*.test') 2>/dev/null
  cp $ca-ca.pem $ca-chain.pem
  openssl x509 -in $ca-ca.pem -noout -pubkey | openssl pkey -pubin -outform der | sha256sum | cut -c1-64 >$ca-ca.pin
done
# Somebody who sends the site's own authority along: it vouches for nothing there.
cp site-ca.pem stuffed-chain.pem
ip addr add 192.0.2.80/32 dev lo
printf 'nameserver 10.40.0.1\n' >resolv.conf; printf 'nameserver 10.40.0.9\n' >resolv-portal.conf
ip addr add 10.40.0.9/24 dev eth0
names() { dnsmasq --keep-in-foreground --conf-file=/dev/null --no-hosts --no-resolv --bind-interfaces --except-interface=lo --listen-address="$1" --pid-file= --user=root --address="$2" >/dev/null 2>&1 & }
names 10.40.0.1 /test/192.0.2.80
names 10.40.0.9 /#/10.40.0.1
# An honest one, which knows few names and says so of the others.
ip addr add 10.40.0.10/24 dev eth0
printf 'nameserver 10.40.0.10\n' >resolv-honest.conf
dnsmasq --keep-in-foreground --conf-file=/dev/null --no-hosts --no-resolv --bind-interfaces --except-interface=lo --listen-address=10.40.0.10 --pid-file= --user=root --local=/test/ --host-record=honest.test,silent.test,192.0.2.80 --host-record=bank.test,192.0.2.81 --host-record=phish.test,192.0.2.82 >/dev/null 2>&1 &
python3 "$here/web.py" >/dev/null 2>&1 &
for one in 443:site-chain:site 8444:evil-chain:evil 8445:stuffed-chain:evil; do
  IFS=: read -r port chain key <<<"$one"
  openssl s_server -quiet -accept "$port" -cert ${key}.pem -cert_chain $chain.pem -key $key.key -www </dev/null >/dev/null 2>&1 &
done
# The network's own word on it (RFC 8908), whole answers as files.
api() { printf 'HTTP/1.0 200 OK\r\nContent-Type: %s\r\n\r\n%s' "$2" "$3" >"$1"; }
api captive application/captive+json '{"captive": true, "user-portal-url": "https://login.test/?who=me"}'
api free application/captive+json '{"captive": false}'
api page text/html '{"captive": true}'
api deep application/captive+json "$(printf '{"captive": %03000d' 0 | tr 0 '[')"
api wrong application/captive+json '{"captive": "true"}'
for one in 8446:site-chain:site 8447:evil-chain:evil; do
  IFS=: read -r port chain key <<<"$one"
  openssl s_server -quiet -accept "$port" -cert ${key}.pem -cert_chain $chain.pem -key $key.key -HTTP </dev/null >/dev/null 2>&1 &
done
dnsmasq --keep-in-foreground --conf-file=/dev/null --port=0 --interface=eth0 --except-interface=lo --bind-interfaces --dhcp-range=10.40.0.50,10.40.0.60,255.255.255.0,1h --dhcp-option-force=114,https://named.test:8446/captive --dhcp-leasefile="$run/given" --pid-file= --user=root >/dev/null 2>&1 &
nft add table ip hotel
nft add chain ip hotel p '{ type nat hook prerouting priority -100; }'
nft add chain ip hotel i '{ type filter hook input priority 0; }'
touch ready
wait
