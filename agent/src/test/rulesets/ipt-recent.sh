#!/bin/sh
set -e
both() { iptables-nft "$@"; ip6tables-nft "$@"; }
both -P INPUT DROP
both -A INPUT -m conntrack --ctstate ESTABLISHED -j ACCEPT
both -A INPUT -p tcp --dport 22 -m conntrack --ctstate NEW -m recent --set --name ssh
both -A INPUT -p tcp --dport 22 -m conntrack --ctstate NEW -m recent --update --seconds 1 --hitcount 20 --name ssh -j DROP
both -A INPUT -p tcp --dport 22 -j ACCEPT
