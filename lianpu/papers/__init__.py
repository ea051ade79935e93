"""Reports and ledgers put into words and tables: stands above the questions and above what sets a paper."""
