#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
ipset create pl_ports bitmap:port range 0-65535
ipset add pl_ports 22
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -p tcp --dport 443 -j ACCEPT
both -A INPUT -p tcp -m set --match-set pl_ports dst -j ACCEPT
