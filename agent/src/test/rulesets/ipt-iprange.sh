#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
iptables-nft -A INPUT -m iprange --src-range 10.66.0.150-10.66.0.220 -p tcp --dport 5900 -j ACCEPT
iptables-nft -A INPUT -m iprange ! --src-range 10.66.0.0-10.66.0.255 -j ACCEPT
