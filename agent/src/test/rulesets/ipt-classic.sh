#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P INPUT DROP
both -A INPUT -i lo -j ACCEPT
both -A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
both -A INPUT -p tcp -m tcp --dport 22 -m conntrack --ctstate NEW -j ACCEPT
both -A INPUT -m limit --limit 5/min -j LOG --log-prefix "IN DROP -j ACCEPT "
