#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -m addrtype --dst-type LOCAL -p tcp --dport 443 -j ACCEPT
iptables-nft -A INPUT -m addrtype --dst-type BROADCAST -p udp --dport 137 -j ACCEPT
both -A INPUT -m addrtype --dst-type MULTICAST -p udp --dport 1900 -j ACCEPT
