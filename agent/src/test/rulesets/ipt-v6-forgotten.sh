#!/bin/sh
set -e
iptables-nft -P INPUT DROP
iptables-nft -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
iptables-nft -A INPUT -s 10.66.0.0/24 -p tcp --dport 445 -j ACCEPT
