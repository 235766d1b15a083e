#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -p tcp --dport 8080 -m conntrack --ctstate DNAT -j ACCEPT
