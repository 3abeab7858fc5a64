"""What is told of records and selections: plain parts that screens and commands write down."""
