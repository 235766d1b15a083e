#!/bin/sh
set -e
old() { iptables-legacy "$@"; ip6tables-legacy "$@"; }
old -t mangle -A PREROUTING -p udp -j DROP
old -t mangle -A PREROUTING -p tcp -m tcp ! --dport 20:25 -m conntrack --ctstate NEW -j DROP
