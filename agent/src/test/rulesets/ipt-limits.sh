#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -p tcp --dport 22 -m limit --limit 1000/sec --limit-burst 500 -j ACCEPT
both -A INPUT -p tcp --dport 443 -m hashlimit --hashlimit-upto 1000/sec --hashlimit-burst 500 --hashlimit-mode srcip --hashlimit-name web -j ACCEPT
both -A INPUT -p tcp --dport 80 -m connlimit --connlimit-above 1000 -j REJECT
both -A INPUT -p tcp --dport 80 -j ACCEPT
